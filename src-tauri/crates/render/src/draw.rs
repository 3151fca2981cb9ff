//! One block drawn by itself, with what it asked of the rest of the text.

use crate::definitions::{Label, Targets, footnotes_named_in};
use crate::image::World;
use crate::write::{Writer, Written};
use piece::blocks::options;
use pulldown_cmark::{BrokenLink, CowStr, Event, OffsetIter, Parser};
use std::borrow::Cow;
use std::collections::HashSet;

/// What a block is drawn with.
pub(crate) struct Surroundings<'s> {
    pub(crate) targets: &'s Targets,
    /// The labels of all footnotes that the text defines.
    pub(crate) footnotes: &'s HashSet<Label>,
    pub(crate) world: &'s dyn World,
}

/// A block as drawn, and what of its surroundings went into it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Drawn {
    pub(crate) written: Written,
    /// The labels of links that were looked up, found or not.
    pub(crate) links: Vec<Label>,
    /// The labels of footnotes that it may refer to.
    pub(crate) footnotes: Vec<Label>,
    /// Whether references to definitions elsewhere were left unresolved, because those before it
    /// had already made the page grow as much as they may.
    pub(crate) exhausted: bool,
}

/// Draws the block that begins at byte `own` of `source`; what stands before it is context.
///
/// The block is parsed without the rest of the text. What it refers to is told to the parser as it
/// asks; what the parser does not ask for stands before the block as a stub: the footnotes that it
/// names, and definitions elsewhere that come before its own of the same label.
pub(crate) fn draw(source: &str, own: usize, around: &Surroundings<'_>, exhausted: bool) -> Drawn {
    let footnotes = footnotes_named_in(source);
    let mut stubs = footnote_stubs(&footnotes, around.footnotes);
    let mut links = Vec::new();
    if source.contains("]:") {
        let alone = Parser::new_ext(source, options());
        let own = alone.reference_definitions();
        stubs.push_str(&around.targets.that_overrule(own));
        links.extend(own.iter().map(|(label, _)| Label::new(label.to_owned())));
    }
    let lookup = |link: BrokenLink<'_>| {
        let label = Label::new(link.reference.into_string());
        let target = around.targets.get(&label).filter(|_| !exhausted);
        let found = target.map(|target| {
            (CowStr::from(target.destination.clone()), CowStr::from(target.title.clone()))
        });
        links.push(label);
        found
    };
    let whole: Cow<'_, str> =
        if stubs.is_empty() { source.into() } else { format!("{stubs}{source}").into() };
    let parser = Parser::new_with_broken_link_callback(&whole, options(), Some(lookup));
    let written = write(parser.into_offset_iter(), stubs.len() + own, around.world);
    Drawn { written, links, footnotes, exhausted }
}

/// Definitions of those footnotes that are named and defined somewhere.
fn footnote_stubs(named: &[Label], defined: &HashSet<Label>) -> String {
    let mut stubs = String::new();
    for label in named.iter().filter(|label| defined.contains(*label)) {
        stubs.push_str(&format!("[^{}]:\n", label.as_str()));
    }
    if !stubs.is_empty() {
        // An indented line right behind a footnote would belong to it.
        stubs.push_str("\n***\n\n");
    }
    stubs
}

/// Writes the events of what begins behind the first `skipped` bytes.
fn write<'e, F>(events: OffsetIter<'e, F>, skipped: usize, world: &dyn World) -> Written
where
    F: pulldown_cmark::BrokenLinkCallback<'e>,
{
    let mut writer = Writer::new(world);
    let (mut depth, mut is_own) = (0usize, false);
    for (event, range) in events {
        // Cells that a row of a table lacks have their place nowhere, so only whole blocks are asked.
        is_own |= depth == 0 && range.start >= skipped;
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            _ => {}
        }
        if is_own {
            writer.event(event, range);
        }
    }
    writer.finish(skipped)
}
