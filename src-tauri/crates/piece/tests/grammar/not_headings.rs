//! What looks like a heading or a break and counts for nothing.

use crate::outlines;

outlines! {
    a_heading_in_a_quotation_is_none: "> # T\n\n> ## 1. A" => "L(> # T\\n\\n> ## 1. A)";
    a_heading_in_a_list_is_none: "- ## 1. A\n\n- # T" => "L(- ## 1. A\\n\\n- # T)";
    a_heading_in_a_code_block_is_none: "```\n# T\n## 1. A\n```" => "L(```\\n# T\\n## 1. A\\n```)";
    a_heading_in_tildes_is_none: "~~~\n## 1. A\n```\n~~~" => "L(~~~\\n## 1. A\\n```\\n~~~)";
    a_heading_in_indented_code_is_none: "    ## 1. A" => "L(    ## 1. A)";
    a_heading_in_html_is_none: "<div>\n## 1. A\n</div>" => "L(<div>\\n## 1. A\\n</div>)";
    a_heading_in_a_comment_is_none: "<!--\n\n## 1. A\n\n---\n-->" => "L(<!--\\n\\n## 1. A\\n\\n---\\n-->)";
    a_heading_in_a_footnote_is_none: "x[^y]\n\n[^y]: z\n\n    ## 1. A" => "L(x[^y]\\n\\n[^y]: z\\n\\n    ## 1. A)";
    a_heading_without_a_space_is_none: "##1. A" => "L(##1. A)";
    an_escaped_heading_is_none: "\\## 1. A" => "L(\\## 1. A)";
    an_html_heading_is_none: "<h2>1. A</h2>" => "L(<h2>1. A</h2>)";
    a_break_in_a_code_block_ends_nothing: "## 1. A\n\n```\n---\n```\n\n## 2. B" => "1(A: ```\\n---\\n```) 2(B)";
    a_break_in_a_code_block_of_the_last_body_ends_nothing: "## 1. A\n\n```\n---\n```\n\nx" => "1(A: ```\\n---\\n```\\n\\nx)";
    a_break_in_a_quotation_ends_nothing: "## 1. A\n\n> ---\n\nx" => "1(A: > ---\\n\\nx)";
    a_break_in_a_list_ends_nothing: "## 1. A\n\n- x\n\n  ***\n\n  y" => "1(A: - x\\n\\n  ***\\n\\n  y)";
    a_code_block_never_closed_takes_all: "## 1. A\n\n```\nx\n\n## 2. B\n\n---\n" => "1(A: ```\\nx\\n\\n## 2. B\\n\\n---)";
    a_comment_never_closed_takes_all: "## 1. A\n\n<!-- x\n\n## 2. B\n" => "1(A: <!-- x\\n\\n## 2. B)";
    a_table_row_of_dashes_is_no_break: "## 1. A\n\n| a |\n|---|\n| b |" => "1(A: | a |\\n|---|\\n| b |)";
    html_ends_at_a_blank_line: "<div>\n\n## 1. A\n\n</div>" => "L(<div>) 1(A: </div>)";
    a_heading_may_interrupt_a_paragraph: "x\n## 1. A\ny" => "L(x) 1(A: y)";
}
