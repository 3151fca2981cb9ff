//! Line ends, byte order marks and other odd characters.

use crate::outlines;

outlines! {
    crlf_stays_in_the_parts: "# T\r\n\r\n*D*\r\n\r\nx\r\ny\r\n\r\n## 1. A\r\n\r\nz\r\n" => "T(T) D(D) L(x\\r\\ny) 1(A: z)";
    a_lone_cr_is_a_line_end: "# T\r\r*D*\r\rx\ry\r\r## 1. A\r\rz\r" => "T(T) D(D) L(x\\ry) 1(A: z)";
    a_lone_cr_closes_a_code_block: "## 1. A\r\r```\r---\r```\r\r## 2. B\r" => "1(A: ```\\r---\\r```) 2(B)";
    a_lone_cr_closes_a_comment: "<!--\rx\r-->\r\r## 1. A" => "L(<!--\\rx\\r-->) 1(A)";
    line_ends_may_be_mixed: "# T\r\n\n*D*\r\rx\n\r\n## 1. A\ry\r\n" => "T(T) D(D) L(x) 1(A: y)";
    an_underline_may_follow_a_crlf: "T\r\n===\r\n\r\n1\\. A\r\n---\r\nx" => "T(T) 1(A: x)";
    a_byte_order_mark_may_stand_first: "\u{feff}# T\n\nx" => "T(T) L(x)";
    a_byte_order_mark_may_stand_before_front_matter: "\u{feff}---\ntitle: T\n---\nx" => "T(T) L(x)";
    a_byte_order_mark_is_no_lede: "\u{feff}## 1. A" => "1(A)";
    a_byte_order_mark_alone_is_empty: "\u{feff}" => "";
    crlf_front_matter_is_read: "---\r\ntitle: T\r\n---\r\n\r\nx" => "T(T) L(x)";
    cr_front_matter_is_read: "---\rtitle: T\r---\rx" => "T(T) L(x)";
    a_line_separator_ends_no_line: "## 1. A\u{2028}B\nx" => "1(A\u{2028}B: x)";
    a_null_character_is_text: "# T\0\n\nx\0" => "T(T\0) L(x\0)";
    a_line_of_narrow_spaces_is_text: "## 1. A\n\n\u{a0}\n\n## 2. B" => "1(A: \u{a0}) 2(B)";
    a_text_may_lack_its_last_line_end: "## 1. A\n\nx\n\n---\n\ny" => "1(A: x) C(y)";
    other_scripts_are_text: "# عنوان\n\n## 1. 中文\n\nπ" => "T(عنوان) 1(中文: π)";
}
