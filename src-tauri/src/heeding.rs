//! What the person has said to the checks: which findings and rules are put aside, what is ticked off.

use crate::wire::RuleOff;
use check::{Finding, Remembered};
use std::path::Path;
use store::{Heeded, Passage};
use text::Text;

/// What is to be heeded of what the checks say about one draft.
pub(crate) struct Heeding {
    off: Vec<String>,
    ignored: Vec<Remembered>,
    ticked: Vec<Remembered>,
}

impl Heeding {
    /// What the person has said about the draft at this path, and about all of them.
    pub(crate) fn read(draft: &Path) -> Self {
        // Who cannot read what is put aside shows rather too much.
        let off = store::Settings::read().unwrap_or_default().ignored_rules;
        let Heeded { ignored, ticked, .. } = Heeded::read(draft);
        Self { off, ignored: remembered(ignored), ticked: remembered(ticked) }
    }

    /// Whether a rule is heeded in any draft.
    pub(crate) fn has(&self, rule: &str) -> bool {
        !self.off.iter().any(|off| off == rule)
    }

    /// Whether a finding is put aside in this draft.
    pub(crate) fn is_ignored(&self, text: &Text, finding: &Finding) -> bool {
        let of_rule = |it: &&Remembered| it.rule == finding.rule;
        let mut alike = self.ignored.iter().filter(of_rule).peekable();
        // Hardly ever is there one: only then is it looked at what stands around the finding.
        alike.peek().is_some() && {
            let this = Remembered::finding(text, finding);
            alike.any(|it| it.is_same(&this))
        }
    }

    /// Whether a finding is to be seen to.
    pub(crate) fn wants(&self, text: &Text, finding: &Finding) -> bool {
        self.has(finding.rule) && !self.is_ignored(text, finding)
    }

    /// Whether a row of a tick-list is ticked.
    pub(crate) fn is_ticked(&self, row: &Remembered) -> bool {
        self.ticked.iter().any(|it| it.is_same(row))
    }

    /// The rules that are not heeded, each with its reason.
    pub(crate) fn off(&self) -> Vec<RuleOff> {
        let off = check::every_rule().filter(|rule| !self.has(rule.name));
        let ours =
            off.map(|rule| RuleOff { name: rule.name.to_owned(), reason: rule.reason.to_owned() });
        let of_grammar = self.off.iter().filter(|name| name.starts_with("harper/"));
        let reason = "What grammar has to say.";
        ours.chain(of_grammar.map(|name| RuleOff { name: name.clone(), reason: reason.to_owned() }))
            .collect()
    }
}

/// Puts a passage on a list, or takes all that are the same off it.
pub(crate) fn put(list: &mut Vec<Passage>, passage: Passage, on: bool) {
    let this = one(passage.clone());
    list.retain(|it| !one(it.clone()).is_same(&this));
    if on {
        list.push(passage);
    }
}

fn remembered(passages: Vec<Passage>) -> Vec<Remembered> {
    passages.into_iter().map(one).collect()
}

fn one(passage: Passage) -> Remembered {
    let Passage { rule, said, words, before, behind } = passage;
    Remembered { rule, said, words, before, behind }
}
