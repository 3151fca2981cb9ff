//! The table of the rules. A new one is a file beside this one and a line here.

use crate::Rule;

mod count_agreement;
pub(crate) mod dek_echo;
mod duplicate_heading;
mod empty_point;
mod heading_case;
mod hedge_stack;
mod link_target;
mod long_sentence;
mod missing_part;
mod numbering;
mod placeholder;
mod point_balance;
mod quote_style;
pub(crate) mod relative_date;
pub(crate) mod unsourced_attribution;

/// All rules, the gravest first.
pub fn rules() -> &'static [Rule] {
    &[
        count_agreement::RULE,
        numbering::RULE,
        empty_point::RULE,
        placeholder::RULE,
        missing_part::RULE,
        duplicate_heading::RULE,
        heading_case::RULE,
        unsourced_attribution::RULE,
        link_target::RULE,
        quote_style::RULE,
        relative_date::RULE,
        point_balance::RULE,
        long_sentence::RULE,
        hedge_stack::RULE,
        dek_echo::RULE,
    ]
}
