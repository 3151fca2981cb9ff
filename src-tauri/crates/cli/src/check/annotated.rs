//! Findings for a person: each with the lines that it lies on.

use super::Checked;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use check::{Finding, Severity};
use text::{ByteOffset, Span, Text};

/// The findings with an empty line between them; nothing if there are none.
pub(super) fn annotated(checked: &[Checked]) -> String {
    let shown = checked.iter().flat_map(|it| it.findings.iter().map(|finding| show(it, finding)));
    shown.collect::<Vec<_>>().join("\n")
}

fn show(checked: &Checked, finding: &Finding) -> String {
    let lines = lines(&checked.text, finding.span);
    let inside = |place: ByteOffset| place.clamp(lines.start, lines.end).0 - lines.start.0;
    let span = inside(finding.span.start)..inside(finding.span.end);
    let snippet = Snippet::source(lines.of(checked.text.as_str()))
        .path(checked.file.display().to_string())
        .line_start(checked.text.line_of(lines.start) + 1)
        .annotation(AnnotationKind::Primary.span(span));
    let title = level(finding.severity).primary_title(&finding.message).id(finding.rule);
    let helps = finding.fixes.iter().map(|fix| Level::HELP.message(&fix.label));
    let group = title.element(snippet).elements(helps);
    Renderer::plain().render(&[group]) + "\n"
}

/// The whole lines that a span touches, without the last ending.
fn lines(text: &Text, span: Span) -> Span {
    let last = ByteOffset(span.end.0.saturating_sub(1)).max(span.start);
    Span {
        start: text.line(text.line_of(span.start)).start,
        end: text.line(text.line_of(last)).end,
    }
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}
