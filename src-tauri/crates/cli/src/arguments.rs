//! The command line as it is typed.

use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;
use store::SnapshotId;

/// Numbered pieces: outline, check, edit and export them; alone or with a file, open the window.
///
/// A FILE of - is standard input. The exit status is 0 when it is done, 1 when it is done and check
/// found an error, and 2 when it could not be, with one line that says why.
#[derive(Debug, Parser)]
#[command(name = "lede", version)]
pub(crate) struct Arguments {
    /// Open this draft in the window
    pub(crate) file: Option<PathBuf>,

    /// The folder of drafts that the window opens on
    #[arg(long, value_name = "DIR")]
    pub(crate) library: Option<PathBuf>,

    /// Take this day for today
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(crate) date: Option<Date>,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

fn day(written: &str) -> Result<Date, &'static str> {
    written.parse().map_err(|_| "write the day as in 2026-03-01")
}

/// What can be done without the window.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Begin a draft from a template and print its path
    New(New),
    /// Print the parts of a piece
    Outline {
        /// The draft, or - for standard input
        file: PathBuf,
        /// Print them as JSON, with their whole text
        #[arg(long)]
        json: bool,
    },
    /// Print what a careful reader would say about drafts
    Check(Check),
    /// Print a piece as it is published
    Export {
        /// The draft, or - for standard input
        file: PathBuf,
        /// What it becomes
        #[arg(long, value_name = "FORMAT")]
        to: Format,
        #[command(flatten)]
        out: Out,
    },
    /// Print a web page or plain text as a piece in the canonical form; no word of it is dropped
    Import {
        /// The text, or - for standard input
        file: PathBuf,
        #[command(flatten)]
        out: Out,
    },
    /// Add an empty point
    Add {
        /// The draft, or - for standard input
        file: PathBuf,
        /// The heading of the new point, without a number
        heading: String,
        /// Which place it takes, from 1; the last one unless given
        #[arg(long, value_name = "PLACE")]
        at: Option<usize>,
        #[command(flatten)]
        edits: EditsTo,
    },
    /// Move a point with its body to another place
    Move {
        /// The draft, or - for standard input
        file: PathBuf,
        /// The place of the point, from 1
        from: usize,
        /// The place that it takes
        to: usize,
        #[command(flatten)]
        edits: EditsTo,
    },
    /// Remove a point with its body
    Remove {
        /// The draft, or - for standard input
        file: PathBuf,
        /// The place of the point, from 1
        place: usize,
        #[command(flatten)]
        edits: EditsTo,
    },
    /// Number the points anew, in the direction that they run
    Renumber {
        /// The draft, or - for standard input
        file: PathBuf,
        #[command(flatten)]
        edits: EditsTo,
    },
    /// Put a footer at the end of a piece, in place of the one that is there
    Footer {
        /// The draft, or - for standard input
        file: PathBuf,
        /// The name of the footer; ? lists them
        name: String,
        #[command(flatten)]
        edits: EditsTo,
    },
    /// Set a field of the front matter, comments and all other lines kept
    Set {
        /// The draft, or - for standard input
        file: PathBuf,
        /// title, subtitle, date, tags, author, lang, slug, canonical_url, image or state
        field: String,
        /// What it says; of tags, several; without any, the field goes
        value: Vec<String>,
        #[command(flatten)]
        edits: EditsTo,
    },
    /// Say in the front matter that a piece is published, and when and where
    Published {
        /// The draft, or - for standard input
        file: PathBuf,
        /// The address of the piece
        #[arg(long, value_name = "URL")]
        at: Option<String>,
        #[command(flatten)]
        edits: EditsTo,
    },
    /// Find words in all drafts of the library, and print the lines that have them
    Search {
        /// The words, all of which a draft must have in its name or text
        #[arg(required = true)]
        words: Vec<String>,
        #[command(flatten)]
        matching: Matching,
        #[command(flatten)]
        within: Within,
        /// Print them as JSON, with their places in bytes
        #[arg(long)]
        json: bool,
    },
    /// Replace words in all drafts of the library; each is kept as a snapshot first
    Replace {
        /// The words as they stand in the texts
        words: String,
        /// What takes their place; with --regex, $1 is what the first group matched
        with: String,
        #[command(flatten)]
        matching: Matching,
        #[command(flatten)]
        within: Within,
        #[command(flatten)]
        edits: EditsTo,
    },
    /// List the snapshots of a draft, the latest first
    History {
        /// The draft; it may be gone
        file: PathBuf,
        /// Print them as JSON
        #[arg(long)]
        json: bool,
    },
    /// Bring an earlier text of a draft back; the present one is kept as a snapshot first
    Restore {
        /// The draft; it may be gone
        file: PathBuf,
        /// The number of the snapshot, which lede history tells
        snapshot: SnapshotId,
        #[command(flatten)]
        edits: EditsTo,
    },
}

/// A new draft.
#[derive(Args, Debug)]
pub(crate) struct New {
    /// The title; a number in it says how many points there will be
    #[arg(required_unless_present = "template")]
    pub(crate) title: Option<String>,
    /// How many empty points, whatever the title says
    #[arg(long, value_name = "N")]
    pub(crate) points: Option<usize>,
    /// The template that it is made from, irritants unless given; ? lists them
    #[arg(long, value_name = "NAME")]
    pub(crate) template: Option<String>,
    #[command(flatten)]
    pub(crate) within: Within,
}

/// Which library is meant.
#[derive(Args, Debug)]
pub(crate) struct Within {
    /// The folder of drafts, instead of the one in the settings
    #[arg(long, value_name = "DIR")]
    pub(crate) library: Option<PathBuf>,
}

/// What counts as the same words.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct Matching {
    /// Tell capitals from small letters
    #[arg(long)]
    pub(crate) case: bool,
    /// Leave out parts of longer words
    #[arg(long)]
    pub(crate) whole_words: bool,
    /// Take the words for a regular expression
    #[arg(long)]
    pub(crate) regex: bool,
}

/// A look at drafts.
#[derive(Args, Debug)]
pub(crate) struct Check {
    /// The drafts, or - for standard input
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// How the findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: Findings,
    /// Carry out the safe fixes first, and print the findings that are left
    #[arg(long)]
    pub(crate) fix: bool,
    /// Look at the grammar of English texts too
    #[arg(long)]
    pub(crate) grammar: bool,
    /// Print the edits of the safe fixes as JSON, and change nothing
    #[arg(long, requires = "fix")]
    pub(crate) dry_run: bool,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Findings {
    /// With the lines that they lie on, for a person
    Text,
    /// For programs
    Json,
    /// For code scanning, version 2.1.0
    Sarif,
}

/// What a piece is exported to.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// One page with everything inside
    Html,
    /// The text as it is
    Markdown,
    /// The words without markup
    Text,
}

/// Where a result goes.
#[derive(Args, Debug)]
pub(crate) struct Out {
    /// Write to this file instead of standard output
    #[arg(short = 'o', value_name = "OUT")]
    pub(crate) out: Option<PathBuf>,
    /// Write over OUT if it is there
    #[arg(long, requires = "out")]
    pub(crate) force: bool,
}

/// Where edits go.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct EditsTo {
    /// Print the edits as JSON, and change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
}
