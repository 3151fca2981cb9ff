//! Words of a line and how they are set.

use std::ops::{BitOr, BitOrAssign};

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Style(u8);

impl Style {
    pub(super) const STRONG: Self = Self(1);
    pub(super) const EM: Self = Self(2);
    pub(super) const GONE: Self = Self(4);
    pub(super) const CODE: Self = Self(8);

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }
}

impl BitOr for Style {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitOrAssign for Style {
    fn bitor_assign(&mut self, other: Self) {
        *self = *self | other;
    }
}

/// A stretch of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Run {
    /// Words, white space collapsed, and where they lead.
    Words { text: String, style: Style, link: Option<String> },
    /// A picture: what it shows, and its address.
    Picture { alt: String, address: String },
    /// The line is broken.
    Break,
}

/// A line: words in stretches.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Runs(pub(super) Vec<Run>);

impl Runs {
    /// Puts words at the end. White space at a seam is one blank, and none at the line's beginning.
    pub(super) fn push(&mut self, text: &str, style: Style, link: Option<&str>) {
        let mut collapsed = String::new();
        let mut ends_blank = self.ends_blank();
        // The reader of plain text strips a byte order mark: with one in it a block would be no line to it.
        for character in text.chars().filter(|&it| it != '\u{feff}') {
            let is_blank = character.is_whitespace();
            if !(is_blank && ends_blank) {
                collapsed.push(if is_blank { ' ' } else { character });
            }
            ends_blank = is_blank;
        }
        if collapsed.is_empty() {
            return;
        }
        if let Some(Run::Words { text, style: last, link: leads }) = self.0.last_mut()
            && *last == style
            && leads.as_deref() == link
        {
            text.push_str(&collapsed);
        } else {
            let link = link.map(str::to_owned);
            self.0.push(Run::Words { text: collapsed, style, link });
        }
    }

    fn ends_blank(&self) -> bool {
        match self.0.last() {
            None | Some(Run::Break) => true,
            Some(Run::Words { text, .. }) => text.ends_with(' '),
            Some(Run::Picture { .. }) => false,
        }
    }

    /// The words alone, in one line.
    pub(super) fn plain(&self) -> String {
        let words = self.0.iter().map(|run| match run {
            Run::Words { text, .. } => text,
            Run::Picture { .. } => "",
            Run::Break => " ",
        });
        words.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Whether there is nothing to see.
    pub(super) fn is_empty(&self) -> bool {
        !self.0.iter().any(|run| match run {
            Run::Words { text, .. } => !text.trim().is_empty(),
            Run::Picture { .. } => true,
            Run::Break => false,
        })
    }

    /// With this style on all words.
    pub(super) fn all(&self, style: Style) -> Self {
        self.each(|old| old | style)
    }

    /// With this style on no words.
    pub(super) fn none(&self, style: Style) -> Self {
        self.each(|old| old.without(style))
    }

    fn each(&self, change: impl Fn(Style) -> Style) -> Self {
        let mut runs = Self::default();
        for run in &self.0 {
            match run {
                Run::Words { text, style, link } => {
                    runs.push(text, change(*style), link.as_deref());
                }
                other => runs.0.push(other.clone()),
            }
        }
        runs
    }

    /// Without line breaks, as a heading has to be.
    pub(super) fn in_one_line(&self) -> Self {
        let mut runs = Self::default();
        for run in &self.0 {
            match run {
                Run::Words { text, style, link } => runs.push(text, *style, link.as_deref()),
                Run::Break => runs.push(" ", Style::default(), None),
                Run::Picture { .. } => runs.0.push(run.clone()),
            }
        }
        runs
    }

    /// Without so many characters of [`Runs::plain`] at the beginning.
    pub(super) fn behind(&self, characters: usize) -> Self {
        let mut left = characters;
        let mut runs = Self::default();
        for run in &self.in_one_line().0 {
            match run {
                Run::Words { text, style, link } => {
                    let skipped = left.min(text.chars().count());
                    left -= skipped;
                    let rest: String = text.chars().skip(skipped).collect();
                    runs.push(&rest, *style, link.as_deref());
                }
                other => runs.0.push(other.clone()),
            }
        }
        runs
    }
}
