//! What is a number marker and what is not.

use crate::outlines;

outlines! {
    a_number_with_a_full_stop_is_a_marker: "## 1. Crews" => "1(Crews)";
    a_full_stop_may_be_escaped: "## 1\\. Crews" => "1(Crews)";
    a_bracket_is_a_marker: "## 1) Crews" => "1(Crews)";
    an_escaped_bracket_is_none: "## 1\\) Crews" => "L(## 1\\) Crews)";
    a_colon_is_a_marker: "## 1: Crews" => "1(Crews)";
    an_en_dash_is_a_marker: "## 1 – Crews" => "1(Crews)";
    an_em_dash_is_a_marker: "## 1 — Crews" => "1(Crews)";
    a_hyphen_is_a_marker: "## 1 - Crews" => "1(Crews)";
    a_dash_needs_white_space_before_it: "## 1– Crews" => "L(## 1– Crews)";
    a_dash_needs_white_space_behind_it: "## 1 –Crews" => "L(## 1 –Crews)";
    a_hash_before_the_number_is_a_marker: "## #1 Crews" => "1(Crews)";
    a_hash_marker_may_have_a_full_stop: "## #1. Crews" => "1(Crews)";
    a_hash_marker_may_have_a_bracket: "## #1) Crews" => "1(Crews)";
    a_hash_marker_may_have_a_colon: "## #1: Crews" => "1(Crews)";
    the_word_no_is_a_marker: "## No. 1 Crews" => "1(Crews)";
    the_word_no_may_have_a_colon: "## No. 1: Crews" => "1(Crews)";
    the_word_no_needs_white_space: "## No.1 Crews" => "L(## No.1 Crews)";
    a_dash_behind_a_hash_marker_is_heading: "## #1 – Crews" => "1(– Crews)";
    three_digits_are_a_marker: "## 999. Crews" => "999(Crews)";
    four_digits_are_none: "## 2024: A Year" => "L(## 2024: A Year)";
    nought_is_a_number: "## 0. Crews" => "0(Crews)";
    leading_noughts_do_not_count: "## 007. Crews" => "7(Crews)";
    a_decimal_is_none: "## 1.5 million" => "L(## 1.5 million)";
    a_time_is_none: "## 9:30 sharp" => "L(## 9:30 sharp)";
    a_bare_number_is_none: "## 5 ships" => "L(## 5 ships)";
    an_emphasised_number_is_none: "## **1.** Crews" => "L(## **1.** Crews)";
    a_digit_of_another_script_is_none: "## ١. Crews" => "L(## ١. Crews)";
    a_marker_may_end_the_line: "## 1." => "1()";
    a_dash_may_end_the_line: "## 1 –" => "1()";
    a_hash_marker_may_end_the_line: "## #1" => "1()";
    closing_hashes_are_not_heading: "## 1. Crews ##" => "1(Crews)";
    closing_hashes_right_behind_the_marker: "## 1. ##" => "1()";
    a_hash_stuck_to_a_word_is_heading: "## 1. C#" => "1(C#)";
    an_escaped_closing_hash_is_heading: "## 1. C \\#" => "1(C \\#)";
    trailing_white_space_is_not_heading: "##  1.   Crews \t" => "1(Crews)";
    a_tab_may_follow_the_hashes_and_the_marker: "##\t1.\tCrews" => "1(Crews)";
    a_narrow_space_may_follow_the_marker: "## 1.\u{a0}Crews" => "1(Crews)";
    markup_stays_in_the_heading: "## 1. *Crews* `x`" => "1(*Crews* `x`)";
    an_underlined_heading_may_have_a_marker: "1\\. Crews\n---" => "1(Crews)";
    an_underlined_heading_may_start_with_a_hash_marker: "#1 Crews\n===" => "1(Crews)";
    an_underlined_heading_may_have_two_lines: "No. 1 Crews\nAnd Ships\n---\nx" => "1(Crews\\nAnd Ships: x)";
    an_underlined_list_item_is_a_list_and_a_break: "1. Crews\n---\nx" => "L(1. Crews\\n---\\nx)";
    a_marker_may_fill_an_underlined_line: "1:\nCrews\n---" => "1(Crews)";
    any_level_will_do: "###### 1. Crews" => "1(Crews)";
    seven_hashes_are_no_heading: "####### 1. Crews" => "L(####### 1. Crews)";
}
