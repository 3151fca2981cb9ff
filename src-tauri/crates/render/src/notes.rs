//! Footnotes: numbers by first reference, references and links back to them.

use crate::definitions::Label;
use crate::write::{Definition, Unnumbered, Written};
use std::collections::HashMap;
use std::fmt::Write as _;

/// A reference as it is to be shown: the footnote's number, and the how manieth reference to it this
/// is, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) number: usize,
    pub(crate) occurrence: usize,
}

/// A footnote that something refers to.
#[derive(Debug)]
pub(crate) struct Numbered {
    /// The block that defines it, and which of that block's definitions it is.
    pub(crate) block: usize,
    pub(crate) place: usize,
    /// The references inside of it.
    pub(crate) marks: Vec<Mark>,
    /// How many references lead to it.
    pub(crate) uses: usize,
}

/// The numbers of all references in a text.
#[derive(Debug, Default)]
pub(crate) struct Numbers {
    /// For each block, its references in order.
    pub(crate) blocks: Vec<Vec<Mark>>,
    /// The footnotes by number; the first is number 1.
    pub(crate) notes: Vec<Numbered>,
}

impl Numbers {
    /// Numbers the footnotes by their first reference, those in footnotes after those in the text.
    /// Of two definitions of a label the first holds.
    pub(crate) fn of<'w>(blocks: impl Iterator<Item = &'w Written> + Clone) -> Self {
        let defined = definitions(blocks.clone());
        let contents: Vec<&Written> = blocks.collect();
        let mut numbers = Self::default();
        let mut known = HashMap::new();
        for written in &contents {
            let marks = numbers.visit(&written.body, &defined, &mut known);
            numbers.blocks.push(marks);
        }
        let mut next = 0;
        while let Some(note) = numbers.notes.get(next) {
            let content = &contents[note.block].definitions[note.place].content;
            numbers.notes[next].marks = numbers.visit(content, &defined, &mut known);
            next += 1;
        }
        numbers
    }

    fn visit<'w>(
        &mut self,
        content: &'w Unnumbered,
        defined: &HashMap<&'w Label, (usize, usize)>,
        known: &mut HashMap<&'w Label, usize>,
    ) -> Vec<Mark> {
        let mut marks = Vec::with_capacity(content.references.len());
        for reference in &content.references {
            let Some(&(block, place)) = defined.get(&reference.label) else { continue };
            let number = *known.entry(&reference.label).or_insert_with(|| {
                self.notes.push(Numbered { block, place, marks: Vec::new(), uses: 0 });
                self.notes.len()
            });
            let note = &mut self.notes[number - 1];
            note.uses += 1;
            marks.push(Mark { number, occurrence: note.uses });
        }
        marks
    }
}

fn definitions<'w>(
    blocks: impl Iterator<Item = &'w Written>,
) -> HashMap<&'w Label, (usize, usize)> {
    let mut defined = HashMap::new();
    for (block, written) in blocks.enumerate() {
        for (place, definition) in written.definitions.iter().enumerate() {
            defined.entry(&definition.label).or_insert((block, place));
        }
    }
    defined
}

/// The HTML with its references put in.
pub(crate) fn numbered(content: &Unnumbered, marks: &[Mark]) -> String {
    let mut out = String::with_capacity(content.html.len() + marks.len() * 100);
    let mut done = 0;
    for (reference, mark) in content.references.iter().zip(marks) {
        out.push_str(&content.html[done..reference.at]);
        put_reference(&mut out, *mark, reference.linked);
        done = reference.at;
    }
    out.push_str(&content.html[done..]);
    out
}

/// A footnote as an item of the list of footnotes, with a link back to each reference.
pub(crate) fn item(definition: &Definition, number: usize, note: &Numbered) -> String {
    let mut content = numbered(&definition.content, &note.marks);
    let mut back = String::new();
    for occurrence in 1..=note.uses {
        put_back_link(&mut back, Mark { number, occurrence }, note.uses);
    }
    match content.strip_suffix("</p>").map(str::len) {
        Some(end) => content.insert_str(end, &back),
        None => content.push_str(&format!("<p>{}</p>", back.trim_start())),
    }
    format!("<li id=\"fn-{number}\">{content}</li>")
}

// Writing to a string cannot fail, hence the results that are let go.

fn put_reference(out: &mut String, mark: Mark, linked: bool) {
    let (number, id) = (mark.number, id(mark));
    let _ = if linked {
        write!(
            out,
            "<sup class=\"footnote-ref\"><a href=\"#fn-{number}\" id=\"{id}\" \
             role=\"doc-noteref\" rel=\"noopener\">{number}</a></sup>"
        )
    } else {
        write!(out, "<sup class=\"footnote-ref\" id=\"{id}\">{number}</sup>")
    };
}

fn put_back_link(out: &mut String, mark: Mark, uses: usize) {
    let (id, number) = (id(mark), mark.number);
    let _ = write!(
        out,
        " <a href=\"#{id}\" class=\"footnote-back\" role=\"doc-backlink\" aria-label=\"{}\" \
         rel=\"noopener\">↩{}</a>",
        if mark.occurrence == 1 {
            number.to_string()
        } else {
            format!("{number}-{}", mark.occurrence)
        },
        if uses > 1 { mark.occurrence.to_string() } else { String::new() }
    );
}

fn id(mark: Mark) -> String {
    match mark.occurrence {
        1 => format!("fnref-{}", mark.number),
        occurrence => format!("fnref-{}-{occurrence}", mark.number),
    }
}
