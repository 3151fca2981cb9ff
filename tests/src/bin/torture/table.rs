//! The table in Markdown, made from the results that lie there.

use crate::arguments::Arguments;
use crate::case::Case;
use crate::report::{Report, Seen};

/// A case with what lies there of it.
#[derive(Debug)]
pub(crate) struct Line {
    /// The case.
    pub(crate) case: &'static Case,
    /// Its result.
    pub(crate) report: Option<Report>,
    /// Whether it was seen to fail.
    pub(crate) seen: Option<Seen>,
}

/// The counts of a case that was not run.
const NO_COUNTS: &str = " | | | | | ";

/// What a line of the table comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Passed,
    Failed,
    Skipped,
    NotRun,
}

/// The table.
#[derive(Debug)]
pub(crate) struct Table {
    lines: Vec<Line>,
    broken: bool,
}

impl Table {
    /// The table of these lines. A result of another commit or size is none.
    pub(crate) fn of(mut lines: Vec<Line>, arguments: &Arguments) -> Self {
        for line in &mut lines {
            line.report = line.report.take().filter(|it| arguments.is_of_today(it));
            line.seen = line.seen.take().filter(|seen| seen.commit == arguments.commit);
        }
        let broken = arguments.broken;
        Self { lines, broken }
    }

    /// The rows below a head, and on what machine they were made.
    pub(crate) fn markdown(&self) -> String {
        let head = "| case | what | run | asked | ran | failed | skipped | s | seen to fail with | |\n\
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n";
        let rows: String = self.lines.iter().map(|line| self.row(line)).collect();
        let foot = self.lines.iter().rev().find_map(|line| line.report.as_ref());
        let foot = foot.map_or_else(String::new, |it| {
            format!("\n{}; {}; commit {}.\n", it.machine, it.date, it.commit)
        });
        format!("{head}{rows}{foot}")
    }

    fn row(&self, line: &Line) -> String {
        let Case { id, what, .. } = line.case;
        let verdict = verdict(line);
        let mut told = verdict.said().to_owned();
        let counts = match &line.report {
            Some(it) => {
                told +=
                    &it.skipped_because.iter().map(|why| format!("; {why}")).collect::<String>();
                let Report { size, asked, ran, failed, skipped, seconds, .. } = it;
                format!("{size} | {asked} | {ran} | {failed} | {skipped} | {seconds:.1}")
            }
            None => NO_COUNTS.to_owned(),
        };
        let others = if *id == "L25" { self.other_folders() } else { String::new() };
        format!("| {id} | {what}{others} | {counts} | {} | {told} |\n", seen(line))
    }

    /// The folders that other cases looked through.
    fn other_folders(&self) -> String {
        let reports = self.lines.iter().filter_map(|line| line.report.as_ref());
        let folders: usize = reports.filter(|it| it.case != "L25").map(|it| it.folders).sum();
        format!("; nor in {folders} folders of the other cases")
    }

    /// How many cases passed, failed and were left out; of broken stores, how many were seen to fail.
    pub(crate) fn counts(&self) -> String {
        if self.broken { self.counts_of_broken() } else { self.counts_of_cases() }
    }

    fn counts_of_broken(&self) -> String {
        let seen: Vec<_> = self
            .lines
            .iter()
            .filter_map(|line| line.seen.as_ref())
            .flat_map(|it| &it.ways)
            .collect();
        let failed = seen.iter().filter(|way| way.failed > 0).count();
        let tried = seen.iter().filter(|way| way.was_tried()).count();
        let skipped = seen.len() - tried;
        format!("{failed} seen to fail, {} not seen to fail, {skipped} skipped", tried - failed)
    }

    fn counts_of_cases(&self) -> String {
        let verdicts: Vec<_> = self.lines.iter().map(verdict).collect();
        let count = |which| verdicts.iter().filter(|&&it| it == which).count();
        let mut counts = format!(
            "{} passed, {} failed, {} skipped",
            count(Verdict::Passed),
            count(Verdict::Failed),
            count(Verdict::Skipped)
        );
        if count(Verdict::NotRun) > 0 {
            counts += &format!(", {} not run", count(Verdict::NotRun));
        }
        counts
    }

    /// Whether nothing failed that must hold, nor held that must fail.
    pub(crate) fn is_clean(&self) -> bool {
        let missed = |seen: &Seen| seen.ways.iter().any(|it| it.was_tried() && it.failed == 0);
        self.lines.iter().all(|line| match self.broken {
            true => !line.seen.as_ref().is_some_and(missed),
            false => verdict(line) != Verdict::Failed,
        })
    }
}

impl Verdict {
    fn said(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Failed => "FAILED",
            Self::Skipped => "skipped",
            Self::NotRun => "not run",
        }
    }
}

fn verdict(line: &Line) -> Verdict {
    match &line.report {
        None => Verdict::NotRun,
        Some(it) if it.failed > 0 => Verdict::Failed,
        Some(it) if it.ran == 0 => Verdict::Skipped,
        _ => Verdict::Passed,
    }
}

fn seen(line: &Line) -> String {
    let Some(seen) = &line.seen else { return String::new() };
    let ways = seen.ways.iter().map(|it| match (it.failed, it.was_tried()) {
        (0, true) => format!("NOT with {}", it.way),
        (0, false) => format!("({} skipped)", it.way),
        _ => it.way.clone(),
    });
    ways.collect::<Vec<_>>().join(", ")
}
