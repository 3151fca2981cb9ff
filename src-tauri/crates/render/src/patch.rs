//! How one list of rendered blocks becomes the next.

use crate::Rendered;
use std::sync::Arc;

/// One step of a [`Patch`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The next `count` old blocks stay, and their lines move down by `shift` (up, if negative).
    Keep {
        /// How many blocks.
        count: usize,
        /// By how many lines.
        shift: isize,
    },
    /// These stand in place of as many old blocks.
    Replace(Vec<Rendered>),
    /// These are put in.
    Insert(Vec<Rendered>),
    /// That many old blocks go.
    Remove(usize),
}

/// Steps over the old list of blocks, from its first to its last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patch(pub Vec<Step>);

impl Patch {
    /// The list that `old` becomes.
    ///
    /// # Panics
    /// If the patch was not made for a list of that length.
    pub fn apply(&self, old: &[Rendered]) -> Vec<Rendered> {
        let mut new = Vec::new();
        let mut rest = old;
        let mut take = |count: usize| {
            let (taken, left) = rest.split_at(count);
            rest = left;
            taken
        };
        for step in &self.0 {
            match step {
                Step::Keep { count, shift } => {
                    new.extend(take(*count).iter().map(|block| block.shifted(*shift)));
                }
                Step::Replace(blocks) => {
                    take(blocks.len());
                    new.extend_from_slice(blocks);
                }
                Step::Insert(blocks) => new.extend_from_slice(blocks),
                Step::Remove(count) => {
                    take(*count);
                }
            }
        }
        new
    }

    /// Appends the steps from `old` to `new`.
    pub(crate) fn extend(&mut self, old: &[Rendered], new: &[Rendered]) {
        let alike = |(old, new): &(&Rendered, &Rendered)| is_same(old, new);
        let head = old.iter().zip(new).take_while(alike).count();
        let (old_rest, new_rest) = (&old[head..], &new[head..]);
        let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(alike).count();
        let (old_end, new_end) = (old.len() - tail, new.len() - tail);
        self.pairs(&old[..head], &new[..head]);
        self.middle(&old[head..old_end], &new[head..new_end]);
        self.pairs(&old[old_end..], &new[new_end..]);
    }

    fn middle(&mut self, old: &[Rendered], new: &[Rendered]) {
        let both = old.len().min(new.len());
        self.pairs(&old[..both], &new[..both]);
        if old.len() > both {
            self.0.push(Step::Remove(old.len() - both));
        }
        if new.len() > both {
            self.0.push(Step::Insert(new[both..].to_vec()));
        }
    }

    /// The steps between lists of one length.
    fn pairs(&mut self, old: &[Rendered], new: &[Rendered]) {
        for (old, new) in old.iter().zip(new) {
            if is_same(old, new) {
                self.keep(1, new.lines.start as isize - old.lines.start as isize);
            } else {
                self.replace(new);
            }
        }
    }

    /// Appends that `more` blocks stay, and move down by `by` lines.
    pub(crate) fn keep(&mut self, more: usize, by: isize) {
        match self.0.last_mut() {
            _ if more == 0 => {}
            Some(Step::Keep { count, shift }) if *shift == by => *count += more,
            _ => self.0.push(Step::Keep { count: more, shift: by }),
        }
    }

    fn replace(&mut self, block: &Rendered) {
        match self.0.last_mut() {
            Some(Step::Replace(blocks)) => blocks.push(block.clone()),
            _ => self.0.push(Step::Replace(vec![block.clone()])),
        }
    }
}

impl Rendered {
    /// The same so many lines further down.
    pub(crate) fn shifted(&self, by: isize) -> Self {
        let lines =
            self.lines.start.wrapping_add_signed(by)..self.lines.end.wrapping_add_signed(by);
        Self { lines, html: self.html.clone() }
    }
}

/// Whether two blocks differ at most in the line on which they begin.
fn is_same(old: &Rendered, new: &Rendered) -> bool {
    old.lines.len() == new.lines.len()
        && (Arc::ptr_eq(&old.html, &new.html) || old.html == new.html)
}
