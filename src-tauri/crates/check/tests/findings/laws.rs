//! Laws that hold for any text: findings lie in it, line ends make no difference, and fixes mend.

use crate::marked::{check, check_by, mend};
use crate::sources::{any_text, cases};
use check::{Finding, Fix};
use proptest::prelude::*;
use text::{Side, Text};

/// Findings with their places in the window's count, which knows no difference between line ends.
fn in_window(source: &str, findings: &[Finding]) -> Vec<(&'static str, usize, usize, String)> {
    let text = Text::new(source.to_owned());
    let place = |it: &Finding| {
        let [start, end] = [it.span.start, it.span.end].map(|place| text.window_offset(place).0);
        (it.rule, start, end, it.message.clone())
    };
    findings.iter().map(place).collect()
}

/// Whether a finding of the text after a fix lies in what one of those before it has become.
fn has_become(before: &Finding, fix: &Fix, after: &Finding) -> bool {
    let start = fix.edits.map(before.span.start, Side::Before);
    let end = fix.edits.map(before.span.end, Side::After);
    start <= after.span.start && after.span.end <= end
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn every_finding_lies_inside_of_the_text_and_in_its_order(source in any_text()) {
        let findings = check(&source);
        for finding in &findings {
            let (start, end) = (finding.span.start.0, finding.span.end.0);
            prop_assert!(source.get(start..end).is_some(), "{finding:?}");
            prop_assert!(finding.message.ends_with('.') && !finding.message.contains('\n'));
            for fix in &finding.fixes {
                prop_assert!(!fix.edits.is_empty());
                fix.edits.apply(&source);
            }
        }
        prop_assert!(findings.is_sorted_by_key(|finding| finding.span.start));
    }

    #[test]
    fn line_ends_make_no_difference(source in any_text()) {
        let unix = source.replace("\r\n", "\n").replace('\r', "\n");
        let dos = unix.replace('\n', "\r\n");
        prop_assert_eq!(in_window(&unix, &check(&unix)), in_window(&dos, &check(&dos)));
    }

    #[test]
    fn a_fix_leaves_fewer_findings_of_its_rule(source in any_text()) {
        for finding in check(&source) {
            let before = check_by(finding.rule, &source).len();
            for fix in &finding.fixes {
                let after = check_by(finding.rule, &fix.edits.apply(&source));
                prop_assert!(after.len() < before, "{finding:?}\n{after:?}");
            }
        }
    }

    #[test]
    fn a_fix_makes_no_new_finding_of_its_rule(source in any_text()) {
        let all = check(&source);
        for finding in &all {
            for fix in &finding.fixes {
                for after in check_by(finding.rule, &fix.edits.apply(&source)) {
                    let mut before = all.iter().filter(|it| it.rule == finding.rule);
                    let is_old = before.any(|it| has_become(it, fix, &after));
                    prop_assert!(is_old, "{finding:?}\n{after:?}");
                }
            }
        }
    }

    #[test]
    fn mending_adds_no_finding_to_a_rule_that_mended(source in any_text()) {
        let before = check(&source);
        let after = check(&mend(&source).apply(&source));
        let count = |all: &[Finding], rule| all.iter().filter(|it| it.rule == rule).count();
        for it in before.iter().filter(|it| it.fixes.first().is_some_and(|fix| fix.safe)) {
            prop_assert!(count(&after, it.rule) <= count(&before, it.rule), "{it:?}\n{after:?}");
        }
    }

    #[test]
    fn a_mended_text_has_nothing_left_to_mend(source in any_text()) {
        let mended = mend(&source).apply(&source);
        prop_assert!(mend(&mended).is_empty(), "{mended}");
    }
}
