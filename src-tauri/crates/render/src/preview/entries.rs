//! The drawn blocks of a text, drawn again only where they must be.

use crate::definitions::{Label, Targets, footnotes_in};
use crate::draw::{Drawn, Surroundings, draw};
use crate::image::World;
use crate::notes::{Mark, numbered};
use crate::source::{Source, sources_in};
use crate::write::Written;
use piece::blocks::{Blocks, Kept};
use std::collections::{HashMap, HashSet};
use std::ops::Range;
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
    /// How many blocks do not stand for themselves.
    entangled: usize,
}

/// What was drawn again.
pub(super) struct Redrawn {
    /// Whether footnotes have to be numbered again.
    pub(super) footnotes: bool,
    /// Whether blocks may have been drawn that are kept.
    pub(super) everywhere: bool,
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

    /// Whether what it shows hangs on something beside its source, or stands elsewhere: it has images or
    /// footnotes, counts towards how far definitions may make the page grow or stands beyond that, or shows
    /// nothing in its place.
    fn is_entangled(&self) -> bool {
        let reaches = |drawn: &Drawn| {
            !drawn.written.images.is_empty() || drawn.written.expansion > 0 || drawn.exhausted
        };
        let stands = || !self.html.is_empty() && !self.has_footnotes();
        self.drawn.as_ref().is_some_and(|drawn| reaches(drawn) || !stands())
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

/// The blocks between those that are kept, of so many.
pub(super) fn between(kept: Kept, count: usize) -> Range<usize> {
    kept.before..count - kept.behind
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

    /// Whether each block shows what its source says, in its place, and nothing beside.
    pub(super) fn stand_for_themselves(&self) -> bool {
        self.entangled == 0
    }

    /// Brings the blocks up to the text, in which those that are `kept` have the source that they had.
    pub(super) fn update(
        &mut self,
        source: &str,
        blocks: &Blocks,
        kept: Kept,
        world: &dyn World,
    ) -> Redrawn {
        let links = self.targets.update(&blocks.definitions);
        let (had_footnotes, defines) = self.replace(source, blocks, kept);
        let footnotes = if defines { self.redefine() } else { HashSet::new() };
        let changed = Changed { links, footnotes };
        let apart = self.entangled == 0 && changed.links.is_empty() && !defines;
        let mut footnotes = had_footnotes;
        if apart {
            let fresh = between(kept, self.list.len());
            footnotes |= self.redraw(fresh, &changed, world, source.len());
        }
        // What was drawn just now may reach further than its own block.
        let everywhere = !apart || self.entangled > 0;
        if everywhere {
            footnotes |= self.redraw(0..self.list.len(), &changed, world, source.len());
        }
        Redrawn { footnotes, everywhere }
    }

    /// Puts the text's blocks in place of the old ones, keeping those whose source is the same.
    /// Tells whether footnotes are about, and whether definitions of footnotes came or went.
    fn replace(&mut self, source: &str, blocks: &Blocks, kept: Kept) -> (bool, bool) {
        let slice = |place: Source| (&source[place.lines], place.context);
        let fresh = between(kept, blocks.blocks.len());
        let sources: Vec<(&str, usize)> = sources_in(source, blocks, fresh).map(slice).collect();
        let is_same = |(entry, (source, context)): &(&Entry, &(&str, usize))| {
            *entry.source == **source && entry.context == *context
        };
        let Range { start, end } = between(kept, self.list.len());
        let old = &self.list[start..end];
        let head = old.iter().zip(&sources).take_while(is_same).count();
        let (rest, new) = (&old[head..], &sources[head..]);
        let tail = rest.iter().rev().zip(new.iter().rev()).take_while(is_same).count();
        let (head, end, new) = (start + head, end - tail, &new[..new.len() - tail]);
        let moved = end - head != new.len();
        let mut old: HashMap<(Box<str>, usize), Vec<Entry>> = HashMap::new();
        let (mut touched, mut defines) = (moved && !self.footnotes.is_empty(), false);
        for entry in self.list.splice(head..end, std::iter::empty()) {
            touched |= entry.has_footnotes();
            self.entangled -= usize::from(entry.is_entangled());
            defines |= !entry.defines.is_empty();
            old.entry((entry.source.clone(), entry.context)).or_default().push(entry);
        }
        let mut reuse = |place: &(&str, usize)| {
            let same = old.get_mut(&(place.0.into(), place.1)).and_then(Vec::pop);
            same.unwrap_or_else(|| Entry::new(place))
        };
        let fresh: Vec<Entry> = new.iter().map(&mut reuse).collect();
        self.entangled += fresh.iter().filter(|entry| entry.is_entangled()).count();
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
    fn redraw(
        &mut self,
        range: Range<usize>,
        changed: &Changed,
        world: &dyn World,
        length: usize,
    ) -> bool {
        let most = length.max(LEAST_GROWTH);
        let around = Surroundings { targets: &self.targets, footnotes: &self.footnotes, world };
        let (mut growth, mut footnotes) = (0, false);
        for entry in &mut self.list[range] {
            let exhausted = growth > most;
            if entry.is_out_of_date(changed, world, exhausted) {
                footnotes |= entry.has_footnotes();
                self.entangled -= usize::from(entry.is_entangled());
                entry.draw(&around, exhausted);
                self.entangled += usize::from(entry.is_entangled());
                footnotes |= entry.has_footnotes();
            }
            growth += entry.written().expansion;
        }
        footnotes
    }
}
