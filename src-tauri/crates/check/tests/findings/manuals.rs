//! The examples in the manuals, and what a manual has to have.

use crate::marked::assert_finds;
use check::Rule;

/// The blocks of a manual that are fenced with this word.
pub(crate) fn examples(rule: &Rule, word: &str) -> Vec<String> {
    let manual = rule.manual();
    let blocks = manual.split("```").skip(1).step_by(2);
    let examples = blocks.filter_map(|block| block.strip_prefix(word)?.strip_prefix('\n'));
    examples.map(str::to_owned).collect()
}

#[test]
fn every_rule_fires_where_its_manual_says() {
    for rule in check::rules() {
        let examples = examples(rule, "fires");
        assert!(!examples.is_empty(), "{} has no example that fires", rule.name);
        for example in examples {
            assert!(example.contains('«'), "{}: no finding marked in\n{example}", rule.name);
            assert_finds(rule.name, &example);
        }
    }
}

#[test]
fn every_rule_is_silent_where_its_manual_says() {
    for rule in check::rules() {
        let examples = examples(rule, "silent");
        assert!(!examples.is_empty(), "{} has no example that does not fire", rule.name);
        examples.iter().for_each(|example| assert_finds(rule.name, example));
    }
}

#[test]
fn every_manual_begins_with_what_the_rule_says() {
    for rule in check::rules() {
        let manual = rule.manual();
        assert!(manual.starts_with("**"), "{}: {manual}", rule.name);
        assert!(!rule.reason.is_empty() && rule.reason.ends_with('.'), "{}", rule.name);
    }
}

#[test]
fn no_two_rules_share_a_name_and_the_gravest_come_first() {
    let rules = check::rules();
    let mut names: Vec<&str> = rules.iter().map(|rule| rule.name).collect();
    assert!(rules.is_sorted_by_key(|rule| rule.severity));
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), rules.len());
}
