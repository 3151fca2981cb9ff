//! The drawn blocks of a text, drawn again only where they must be.

use crate::definitions::{Label, Targets, footnotes_in};
use crate::draw::{Drawn, Surroundings, draw};
use crate::image::World;
use crate::notes::{Mark, numbered};
use crate::source::{Source, sources};
use crate::write::Written;
use piece::blocks::Blocks;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// How far references to definitions elsewhere may make a page grow, in bytes: as much as the text
/// is long, but so much in any case. Without a bound, one long definition and many short references
/// make gigabytes out of one megabyte.
const LEAST_GROWTH: usize = 100_000;

/// A block and what it was drawn as.
pub(super) struct Entry {
    source: Box<str>,
    /// How many bytes of the source are context.
    context: usize,
    /// The labels of the footnotes that it defines.
    defines: Vec<Label>,
    drawn: Option<Drawn>,
    marks: Vec<Mark>,
    html: Arc<str>,
}

/// All blocks of a text.
#[derive(Default)]
pub(super) struct Entries {
    list: Vec<Entry>,
    targets: Targets,
    footnotes: HashSet<Label>,
}

/// What changed in a text aside from the source of its blocks.
struct Changed {
    links: HashSet<Label>,
    footnotes: HashSet<Label>,
}

impl Entry {
    fn new(&(source, context): &(&str, usize)) -> Self {
        let (source, defines) = (source.into(), footnotes_in(source));
        Self { source, context, defines, drawn: None, marks: Vec::new(), html: "".into() }
    }

    /// What the block was written as.
    ///
    /// # Panics
    /// If it was not drawn yet.
    pub(super) fn written(&self) -> &Written {
        &self.drawn.as_ref().expect("an update draws every block").written
    }

    pub(super) fn html(&self) -> &Arc<str> {
        &self.html
    }

    /// Puts the references' numbers in.
    pub(super) fn number(&mut self, marks: &[Mark]) {
        if self.marks != marks {
            self.html = numbered(&self.written().body, marks).into();
            self.marks = marks.to_vec();
        }
    }

    /// Whether the block has anything to do with footnotes.
    fn has_footnotes(&self) -> bool {
        let refers = |drawn: &Drawn| !drawn.written.body.references.is_empty();
        !self.defines.is_empty() || self.drawn.as_ref().is_some_and(refers)
    }

    fn is_out_of_date(&self, changed: &Changed, world: &dyn World, exhausted: bool) -> bool {
        let Some(drawn) = &self.drawn else { return true };
        let depends = |on: &[Label], changed: &HashSet<Label>| {
            !changed.is_empty() && on.iter().any(|label| changed.contains(label))
        };
        drawn.exhausted != exhausted
            || depends(&drawn.links, &changed.links)
            || depends(&drawn.footnotes, &changed.footnotes)
            || drawn.written.images.iter().any(|(named, url)| world.image(named) != *url)
    }

    fn draw(&mut self, around: &Surroundings<'_>, exhausted: bool) {
        let drawn = draw(&self.source, self.context, around, exhausted);
        self.html = drawn.written.body.html.as_str().into();
        self.marks = Vec::new();
        self.drawn = Some(drawn);
    }
}

impl Entries {
    pub(super) fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.list.iter()
    }

    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.list.iter_mut()
    }

    pub(super) fn at(&self, place: usize) -> &Entry {
        &self.list[place]
    }

    pub(super) fn written(&self) -> impl Iterator<Item = &Written> + Clone {
        self.list.iter().map(Entry::written)
    }

    /// Brings the blocks up to the text, and tells whether footnotes have to be numbered again.
    pub(super) fn update(&mut self, source: &str, blocks: &Blocks, world: &dyn World) -> bool {
        let links = self.targets.update(&blocks.definitions);
        let (had_footnotes, defines) = self.replace(source, blocks);
        let footnotes = if defines { self.redefine() } else { HashSet::new() };
        let redrawn = self.redraw(&Changed { links, footnotes }, world, source.len());
        had_footnotes || redrawn
    }

    /// Puts the text's blocks in place of the old ones, keeping those whose source is the same.
    /// Tells whether footnotes are about, and whether definitions of footnotes came or went.
    fn replace(&mut self, source: &str, blocks: &Blocks) -> (bool, bool) {
        let slice = |place: Source| (&source[place.lines], place.context);
        let sources: Vec<(&str, usize)> = sources(source, blocks).map(slice).collect();
        let is_same = |(entry, (source, context)): &(&Entry, &(&str, usize))| {
            *entry.source == **source && entry.context == *context
        };
        let head = self.list.iter().zip(&sources).take_while(is_same).count();
        let (rest, new) = (&self.list[head..], &sources[head..]);
        let tail = rest.iter().rev().zip(new.iter().rev()).take_while(is_same).count();
        let (end, new) = (self.list.len() - tail, &new[..new.len() - tail]);
        let moved = end - head != new.len();
        let mut old: HashMap<(Box<str>, usize), Vec<Entry>> = HashMap::new();
        let (mut touched, mut defines) = (moved && !self.footnotes.is_empty(), false);
        for entry in self.list.splice(head..end, std::iter::empty()) {
            touched |= entry.has_footnotes();
            defines |= !entry.defines.is_empty();
            old.entry((entry.source.clone(), entry.context)).or_default().push(entry);
        }
        let mut reuse = |place: &(&str, usize)| {
            let same = old.get_mut(&(place.0.into(), place.1)).and_then(Vec::pop);
            same.unwrap_or_else(|| Entry::new(place))
        };
        let fresh: Vec<Entry> = new.iter().map(&mut reuse).collect();
        touched |= fresh.iter().any(Entry::has_footnotes);
        defines |= fresh.iter().any(|entry| !entry.defines.is_empty());
        self.list.splice(head..head, fresh);
        (touched, defines)
    }

    /// Collects the labels of all footnotes anew, and gives those that came or went.
    fn redefine(&mut self) -> HashSet<Label> {
        let new: HashSet<Label> =
            self.list.iter().flat_map(|entry| entry.defines.clone()).collect();
        let changed = self.footnotes.symmetric_difference(&new).cloned().collect();
        self.footnotes = new;
        changed
    }

    /// Draws what is out of date, and tells whether footnotes were in it.
    fn redraw(&mut self, changed: &Changed, world: &dyn World, length: usize) -> bool {
        let most = length.max(LEAST_GROWTH);
        let around = Surroundings { targets: &self.targets, footnotes: &self.footnotes, world };
        let (mut growth, mut footnotes) = (0, false);
        for entry in &mut self.list {
            let exhausted = growth > most;
            if entry.is_out_of_date(changed, world, exhausted) {
                footnotes |= entry.has_footnotes();
                entry.draw(&around, exhausted);
                footnotes |= entry.has_footnotes();
            }
            growth += entry.written().expansion;
        }
        footnotes
    }
}
