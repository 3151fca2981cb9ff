//! The table in Markdown.

/// A row: what was measured, here and beside, and what was promised.
#[derive(Clone, Debug, Default)]
pub(crate) struct Row {
    /// What was measured.
    pub(crate) what: String,
    /// What it takes here, in the row's own unit.
    pub(crate) lede: String,
    /// What it takes the peer, or why there is none.
    pub(crate) peer: String,
    /// The two as a ratio.
    pub(crate) ratio: String,
    /// What was promised.
    pub(crate) budget: String,
}

impl Row {
    /// A row of two values in one unit, the second that of the peer, if it is installed.
    pub(crate) fn compared(
        what: impl Into<String>,
        lede: f64,
        peer: Option<f64>,
        peer_name: &str,
        show: impl Fn(f64) -> String,
    ) -> Self {
        let beside = |peer| format!("{peer_name} {}", show(peer));
        let ratio = peer.map(|peer| lede / peer).filter(|ratio| ratio.is_finite());
        Self {
            what: what.into(),
            lede: show(lede),
            peer: peer.map_or_else(|| format!("{peer_name} is not installed"), beside),
            ratio: ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}")),
            budget: String::new(),
        }
    }

    /// With what was promised.
    pub(crate) fn promised(mut self, budget: &str) -> Self {
        budget.clone_into(&mut self.budget);
        self
    }
}

/// Milliseconds, as a person reads them.
pub(crate) fn ms(value: f64) -> String {
    match value {
        _ if value.is_nan() => "not seen".to_owned(),
        _ if value < 10.0 => format!("{value:.2} ms"),
        _ if value < 100.0 => format!("{value:.1} ms"),
        _ => format!("{value:.0} ms"),
    }
}

/// All rows below a head.
pub(crate) fn markdown(rows: &[Row]) -> String {
    let head =
        "| what | Lede | beside | ratio | budget |\n| --- | --- | --- | --- | --- |".to_owned();
    let line = |row: &Row| {
        format!("| {} | {} | {} | {} | {} |", row.what, row.lede, row.peer, row.ratio, row.budget)
    };
    std::iter::once(head).chain(rows.iter().map(line)).collect::<Vec<_>>().join("\n")
}
