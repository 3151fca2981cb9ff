//! Front matter, title, dek and lede.

use crate::outlines;

outlines! {
    an_empty_text_has_no_parts: "" => "";
    blank_lines_are_no_part: "\n  \n\t\n" => "";
    a_paragraph_alone_is_lede: "Ships." => "L(Ships.)";
    a_level_one_heading_is_the_title: "# Ships" => "T(Ships)";
    an_underlined_heading_is_a_title: "Ships\n=====\n\nx" => "T(Ships) L(x)";
    an_underlined_title_may_have_two_lines: "Ships\nAt Sea\n===" => "T(Ships\\nAt Sea)";
    a_level_two_heading_is_no_title: "## Ships" => "L(## Ships)";
    closing_hashes_are_not_title: "# Ships #" => "T(Ships)";
    a_title_may_be_empty: "#\n\nx" => "T() L(x)";
    a_title_of_closing_hashes_is_empty: "# #\n\nx" => "T() L(x)";
    an_indented_title_is_one: "   # Ships" => "T(Ships)";
    text_before_the_title_is_in_no_part: "Before.\n\n# Ships\n\nx" => "T(Ships) L(x)";
    the_second_level_one_heading_is_lede: "# Ships\n\n# Crews" => "T(Ships) L(# Crews)";
    a_title_behind_a_point_is_none: "## 1. Crews\n\n# Ships" => "1(Crews) C(# Ships)";
    a_numbered_level_one_heading_is_a_point: "# 1. Crews\n\n# 2. Ships" => "1(Crews) 2(Ships)";
    a_deep_numbered_heading_before_it_makes_it_no_title:
        "### 1. Crews\n\n# Ships" => "1(Crews) C(# Ships)";
    an_emphasised_paragraph_under_the_title_is_the_dek: "# Ships\n\n*Late.*\n\nx" => "T(Ships) D(Late.) L(x)";
    underscores_emphasise_a_dek: "# Ships\n_Late._" => "T(Ships) D(Late.)";
    strong_emphasis_makes_a_dek: "# Ships\n\n**Late.**" => "T(Ships) D(Late.)";
    other_markup_may_stand_in_a_dek: "# S\n\n*A **b** [c](d) `e`*" => "T(S) D(A **b** [c](d) `e`)";
    emphasis_in_emphasis_is_a_dek: "# S\n\n***Late.***" => "T(S) D(**Late.**)";
    a_dek_may_have_two_lines: "# S\n\n*Late,\nand more.*\n" => "T(S) D(Late,\\nand more.)";
    a_dek_may_hold_a_reference: "# S\n\n*See [x][y].*\n\n[y]: z" => "T(S) D(See [x][y].) L([y]: z)";
    two_emphases_are_no_dek: "# S\n\n*Late* *twice*" => "T(S) L(*Late* *twice*)";
    a_word_behind_the_emphasis_makes_it_no_dek: "# S\n\n*Late* indeed" => "T(S) L(*Late* indeed)";
    a_full_stop_behind_the_emphasis_makes_it_no_dek: "# S\n\n*Late*." => "T(S) L(*Late*.)";
    a_comment_behind_the_emphasis_makes_it_no_dek: "# S\n\n*Late*<!-- x -->" => "T(S) L(*Late*<!-- x -->)";
    a_second_emphasised_paragraph_is_lede: "# S\n\n*A*\n\n*B*" => "T(S) D(A) L(*B*)";
    a_dek_must_follow_at_once: "# S\n\nx\n\n*A*" => "T(S) L(x\\n\\n*A*)";
    a_dek_behind_a_break_is_lede: "# S\n\n---\n\n*A*" => "T(S) L(*A*)";
    a_dek_without_a_title_is_lede: "*A*\n\n## 1. B" => "L(*A*) 1(B)";
    an_emphasised_list_item_is_no_dek: "# S\n\n- *A*" => "T(S) L(- *A*)";
    a_definition_may_stand_before_the_dek: "# S\n\n[x]: y\n\n*A*\n\nz" => "T(S) D(A) L(z)";
    a_footnote_may_stand_before_the_dek: "# S\n\n[^x]: y\n\n*A*\n\nz" => "T(S) D(A) L(z)";
    a_break_between_dek_and_lede_separates_nothing: "# S\n\n*A*\n\n---\n\nx" => "T(S) D(A) L(x)";
    a_break_before_the_first_point_separates_nothing: "x\n\n---\n\n## 1. B" => "L(x) 1(B)";
    breaks_in_a_row_before_the_first_point_are_one: "x\n\n---\n\n***\n## 1. B" => "L(x) 1(B)";
    a_break_alone_is_no_lede: "# S\n\n---\n\n## 1. B" => "T(S) 1(B)";
    a_break_inside_the_lede_is_lede: "x\n\n---\n\ny\n\n## 1. B" => "L(x\\n\\n---\\n\\ny) 1(B)";
    a_heading_in_the_lede_is_lede: "# S\n\n## A\n\nx\n\n## 1. B" => "T(S) L(## A\\n\\nx) 1(B)";
    a_plain_article_is_lede: "# S\n\nx\n\n## A\n\n---\n\ny" => "T(S) L(x\\n\\n## A\\n\\n---\\n\\ny)";
    a_break_at_the_end_of_an_article_is_in_no_part: "# S\n\nx\n\n---\n" => "T(S) L(x)";
    indented_code_keeps_its_indentation: "# S\n\n    code\n\n## 1. B" => "T(S) L(    code) 1(B)";
    trailing_spaces_of_the_last_line_stay: "x  \n\n\n" => "L(x  )";
    front_matter_names_the_title: "---\ntitle: Ships\nsubtitle: Late.\n---\n\nx" => "T(Ships) D(Late.) L(x)";
    a_heading_comes_before_front_matter: "---\ntitle: Ships\n---\n# Crews" => "T(Crews)";
    front_matter_may_close_with_dots: "---\ntitle: Ships\n...\nx" => "T(Ships) L(x)";
    front_matter_may_quote: "---\ntitle: \"Ships: a \\\"list\\\"\"\n---\n" => "T(Ships: a \"list\")";
    front_matter_may_fold: "---\ntitle: >-\n  Ships\n  at sea\n---\n" => "T(Ships at sea)";
    a_number_may_be_a_title: "---\ntitle: 2024\ntags: [a, b]\n---\nx" => "T(2024) L(x)";
    a_title_that_is_no_word_is_none: "---\ntitle: [a]\nsubtitle: b\n---\nx" => "D(b) L(x)";
    an_empty_title_in_front_matter_is_none: "---\ntitle:\n---\nx" => "L(x)";
    broken_front_matter_says_nothing: "---\ntitle: [\n---\nx" => "L(x)";
    front_matter_never_closed_is_text: "---\ntitle: Ships\n" => "L(title: Ships)";
    front_matter_starts_on_the_first_line: "\n---\na: b\n---\n" => "L(a: b\\n---)";
    breaks_in_the_middle_are_no_front_matter: "x\n\n---\na: b\n\n---\n\ny" => "L(x\\n\\n---\\na: b\\n\\n---\\n\\ny)";
}
