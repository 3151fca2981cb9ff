//! Conclusion and footer.

use crate::outlines;

outlines! {
    the_first_break_ends_the_points: "## 1. A\n\nx\n\n---\n\ny" => "1(A: x) C(y)";
    the_next_break_starts_the_footer: "## 1. A\n\n---\n\ny\n\n---\n\nz" => "1(A) C(y) F(z)";
    a_footer_keeps_its_breaks: "## 1. A\n\n---\n\ny\n\n---\n\nz\n\n---\n\nw" => "1(A) C(y) F(z\\n\\n---\\n\\nw)";
    breaks_in_a_row_are_one: "## 1. A\n\n---\n***\n\n---\n\ny\n\n---\n---\n\nz" => "1(A) C(y) F(z)";
    a_break_at_the_very_end_separates_nothing: "## 1. A\n\nx\n\n---\n" => "1(A: x)";
    a_break_at_the_end_of_a_conclusion_separates_nothing: "## 1. A\n\n---\n\ny\n\n---" => "1(A) C(y)";
    a_break_at_the_end_of_a_footer_separates_nothing: "## 1. A\n\n---\n\ny\n\n---\n\nz\n\n---" => "1(A) C(y) F(z)";
    a_plain_heading_begins_the_conclusion: "## 1. A\n\nx\n\n## Conclusion\n\ny" => "1(A: x) C(## Conclusion\\n\\ny)";
    a_higher_heading_begins_the_conclusion: "### 1. A\n\nx\n\n## End\n\ny" => "1(A: x) C(## End\\n\\ny)";
    a_deeper_heading_does_not: "## 1. A\n\nx\n\n### End\n\ny" => "1(A: x\\n\\n### End\\n\\ny)";
    a_heading_behind_the_break_is_conclusion: "## 1. A\n\n---\n\n## End\n\ny" => "1(A) C(## End\\n\\ny)";
    a_break_behind_a_conclusion_heading_starts_the_footer: "## 1. A\n\n## End\n\n---\n\ny" => "1(A) C(## End) F(y)";
    an_underlined_heading_begins_the_conclusion: "## 1. A\n\nx\n\nEnd\n---\n\ny" => "1(A: x) C(End\\n---\\n\\ny)";
    a_second_title_begins_the_conclusion: "# T\n\n## 1. A\n\n# End" => "T(T) 1(A) C(# End)";
    definitions_at_the_end_belong_to_the_part_they_stand_in: "## 1. A\n\n---\n\ny [x]\n\n[x]: z" => "1(A) C(y [x]\\n\\n[x]: z)";
    notes_behind_a_break_are_a_part: "## 1. A[^x]\n\n---\n\n[^x]: z" => "1(A[^x]) C([^x]: z)";
    a_wrongly_numbered_heading_without_a_break_is_a_point: "## 1. A\n## 9. B\n\n---\n\ny" => "1(A) 9(B) C(y)";
    spaced_breaks_are_breaks: "## 1. A\n\n - - -\n\ny\n\n_ _ _\n\nz" => "1(A) C(y) F(z)";
    a_row_of_asterisks_is_a_break: "## 1. A\n\n*****\n\ny" => "1(A) C(y)";
    stars_of_another_kind_are_none: "## 1. A\n\n⁂\n\ny" => "1(A: ⁂\\n\\ny)";
}
