//! What a block may refer to elsewhere in the text: link definitions and the labels of footnotes.

use piece::blocks::Definition;
use pulldown_cmark::{Event, Parser, RefDefs, Tag};
use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use unicase::UniCase;

/// A label as references compare it: without regard to case.
pub(crate) type Label = UniCase<String>;

/// Where a link definition leads, and its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    pub(crate) destination: String,
    pub(crate) title: String,
}

/// The link definitions of a text.
#[derive(Default)]
pub(crate) struct Targets {
    list: Vec<Definition>,
    by_label: HashMap<Label, Target>,
}

impl Targets {
    /// The target of a label.
    pub(crate) fn get(&self, label: &Label) -> Option<&Target> {
        self.by_label.get(label)
    }

    /// Takes over the definitions of the text as it is now, and tells which labels changed.
    pub(crate) fn update(&mut self, definitions: &[Definition]) -> HashSet<Label> {
        if self.list.iter().map(meaning).eq(definitions.iter().map(meaning)) {
            return HashSet::new();
        }
        let new: HashMap<Label, Target> = definitions.iter().map(target).collect();
        let differs = |label: &&Label| self.by_label.get(*label) != new.get(*label);
        let changed = self.by_label.keys().chain(new.keys()).filter(differs).cloned().collect();
        self.by_label = new;
        self.list = definitions.to_vec();
        changed
    }

    /// The definitions that must stand before a block that itself holds those in `own`, so that each
    /// label leads where it leads in the whole text: the first definition wins.
    pub(crate) fn that_overrule(&self, own: &RefDefs<'_>) -> String {
        let mut stubs = String::new();
        for (label, definition) in own.iter() {
            let title = definition.title.as_deref().unwrap_or_default();
            let target = self.by_label.get(&Label::new(label.to_owned()));
            let same =
                |target: &Target| target.destination == *definition.dest && target.title == title;
            if let Some(target) = target.filter(|target| !same(target)) {
                target.write_as(&mut stubs, label);
            }
        }
        stubs
    }
}

impl Target {
    fn write_as(&self, out: &mut String, label: &str) {
        out.push('[');
        out.push_str(label);
        out.push_str("]: <");
        in_references(out, &self.destination);
        out.push_str("> \"");
        in_references(out, &self.title);
        out.push_str("\"\n\n");
    }
}

/// Text as character references only, so that nothing in it can be markup.
fn in_references(out: &mut String, text: &str) {
    for character in text.chars() {
        // Writing to a string cannot fail.
        let _ = write!(out, "&#{};", character as u32);
    }
}

fn meaning(definition: &Definition) -> (&str, &str, Option<&str>) {
    (&definition.label, &definition.destination, definition.title.as_deref())
}

fn target(definition: &Definition) -> (Label, Target) {
    let title = definition.title.clone().unwrap_or_default();
    let target = Target { destination: definition.destination.clone(), title };
    (Label::new(definition.label.clone()), target)
}

/// The labels of the footnotes that a block defines, at any depth, in order.
pub(crate) fn footnotes_in(source: &str) -> Vec<Label> {
    if !source.contains("[^") || !source.contains("]:") {
        return Vec::new();
    }
    let label = |event| match event {
        Event::Start(Tag::FootnoteDefinition(label)) => Some(Label::new(label.into_string())),
        _ => None,
    };
    Parser::new_ext(source, piece::blocks::options()).filter_map(label).collect()
}

/// The labels that a block's references to footnotes may have: all that stands between `[^` and `]`
/// on one line. Some may be none, in code for instance.
pub(crate) fn footnotes_named_in(source: &str) -> Vec<Label> {
    let mut labels = Vec::new();
    for (at, _) in source.match_indices("[^") {
        let rest = &source[at + 2..];
        let Some(label) = closing(rest).map(|end| &rest[..end]) else { continue };
        labels.push(Label::new(collapsed(label)));
        // In a table a bar inside a label is written with a backslash before it.
        if label.contains("\\|") {
            labels.push(Label::new(collapsed(&label.replace("\\|", "|"))));
        }
    }
    labels
}

/// Where the label that begins `rest` ends.
fn closing(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut at = 0;
    loop {
        match *bytes.get(at)? {
            b'[' | b'\n' | b'\r' => return None,
            b']' => return Some(at),
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at += 2,
            _ => at += 1,
        }
    }
}

/// The label with every run of white space as one space, as the parser compares it.
fn collapsed(label: &str) -> String {
    let is_space = |character: char| matches!(character, ' ' | '\t' | '\u{b}' | '\u{c}');
    let mut out = String::with_capacity(label.len());
    for character in label.chars() {
        match is_space(character) {
            true if out.ends_with(' ') => {}
            true => out.push(' '),
            false => out.push(character),
        }
    }
    out
}
