//! Which headings are points, and where their bodies end.

use crate::outlines;

outlines! {
    a_body_runs_up_to_the_next_point: "## 1. A\n\nx\n\ny\n\n## 2. B\nz" => "1(A: x\\n\\ny) 2(B: z)";
    a_body_may_be_empty: "## 1. A\n\n## 2. B" => "1(A) 2(B)";
    outer_blank_lines_are_not_body: "## 1. A\n\n\n \nx\n\n \n\n## 2. B" => "1(A: x) 2(B)";
    a_break_before_a_point_belongs_to_neither_side: "## 1. A\n\nx\n\n---\n\n## 2. B" => "1(A: x) 2(B)";
    a_break_right_under_a_heading_belongs_to_neither_side: "## 1. A\n---\n## 2. B" => "1(A) 2(B)";
    breaks_in_a_row_before_a_point_are_one: "## 1. A\n\nx\n\n***\n\n* * *\n___\n\n## 2. B" => "1(A: x) 2(B)";
    a_break_inside_the_third_body_does_not_cut_off_point_four:
        "## 1. A\n## 2. B\n## 3. C\n\nx\n\n---\n\ny\n\n## 4. D" => "1(A) 2(B) 3(C: x\\n\\n---\\n\\ny) 4(D)";
    a_break_inside_the_first_body_does_not_cut_off_the_second_point:
        "## 1. A\n\n---\n\ny\n\n## 2. B" => "1(A: ---\\n\\ny) 2(B)";
    a_break_inside_a_body_of_a_countdown_cuts_nothing_off:
        "## 3. A\n## 2. B\n\n---\n\ny\n\n## 1. C" => "3(A) 2(B: ---\\n\\ny) 1(C)";
    a_plain_heading_between_points_is_body: "## 1. A\n## Aside\n\nx\n\n## 2. B" => "1(A: ## Aside\\n\\nx) 2(B)";
    a_deeper_heading_is_body: "## 1. A\n### Aside\n\nx\n\n## 2. B" => "1(A: ### Aside\\n\\nx) 2(B)";
    a_deeper_numbered_heading_is_body: "## 1. A\n### 1. Aside\n## 2. B" => "1(A: ### 1. Aside) 2(B)";
    a_higher_numbered_heading_is_body: "## 1. A\n# 2. Aside\n## 2. B" => "1(A: # 2. Aside) 2(B)";
    the_first_numbered_heading_sets_the_level: "# T\n\n### 1. A\n## 2. B\n### 2. C" => "T(T) 1(A: ## 2. B) 2(C)";
    numbers_are_as_written: "## 1. A\n## 2. B\n## 2. C\n## 5. D" => "1(A) 2(B) 2(C) 5(D)";
    a_wrong_number_behind_a_break_is_no_point: "## 1. A\n## 2. B\n\n---\n\nx\n\n## 4. C" => "1(A) 2(B) C(x\\n\\n## 4. C)";
    a_list_of_rules_in_the_footer_is_no_point:
        "## 1. A\n## 2. B\n\n---\n\nx\n\n---\n\n## 1. House rules" => "1(A) 2(B) C(x) F(## 1. House rules)";
    once_past_a_break_every_number_must_come_next:
        "## 1. A\n## 2. B\n\n---\n\nx\n\n## 3. C\n## 3. D\n## 4. E"
            => "1(A) 2(B: ---\\n\\nx) 3(C: ## 3. D) 4(E)";
    equal_numbers_count_on_upwards: "## 1. A\n## 1. B\n\n---\n\nx\n\n## 2. C" => "1(A) 1(B: ---\\n\\nx) 2(C)";
    markers_may_differ: "## 1. A\n## #2 B\n## No. 3 C" => "1(A) 2(B) 3(C)";
    a_point_may_be_underlined: "1\\. A\n---\n\nx\n\n## 2. B" => "1(A: x) 2(B)";
    a_definition_belongs_to_the_body_where_it_stands: "## 1. A\n\nx [y]\n\n[y]: z\n\n## 2. B" => "1(A: x [y]\\n\\n[y]: z) 2(B)";
    a_footnote_belongs_to_the_body_where_it_stands: "## 1. A\n\nx[^y]\n\n[^y]: z\n\n## 2. B" => "1(A: x[^y]\\n\\n[^y]: z) 2(B)";
    a_definition_behind_a_break_stands_in_the_body: "## 1. A\n\n---\n\n[y]: z\n\n## 2. B" => "1(A: ---\\n\\n[y]: z) 2(B)";
    a_body_of_indented_code_keeps_its_indentation: "## 1. A\n\n    x\n\n## 2. B" => "1(A:     x) 2(B)";
    a_single_point_is_a_piece: "## 7. A\n\nx" => "7(A: x)";
    an_indented_point_is_one: "  ## 1. A\n\n   ## 2. B" => "1(A) 2(B)";
}
