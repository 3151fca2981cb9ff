//! How many tests passed, by the closing lines of the runners that we use.

use std::fmt;

/// Tests counted over one runner or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    passed: usize,
    failed: usize,
    skipped: usize,
}

impl Tally {
    /// A step that is one test by itself.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: usize::from(passed), failed: usize::from(!passed), skipped: 0 }
    }

    /// Takes in a line of a runner's output, if it is the one that counts.
    pub(crate) fn read(&mut self, line: &str) {
        let line = line.trim_start();
        let cargo = line.strip_prefix("test result: ");
        let Some(counts) = cargo.or_else(|| line.strip_prefix("Tests  ")) else { return };
        let words: Vec<&str> =
            counts.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(count) = pair[0].parse::<usize>() else { continue };
            match pair[1] {
                "passed" => self.passed += count,
                "failed" => self.failed += count,
                "ignored" | "skipped" | "todo" => self.skipped += count,
                _ => {}
            }
        }
    }

    /// The tally once the runner has ended. One that failed without a failed test (it did not
    /// compile, it crashed) counts as one.
    pub(crate) fn ended(mut self, well: bool) -> Self {
        if !well && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// Whether nothing failed.
    pub(crate) fn is_clean(self) -> bool {
        self.failed == 0
    }

    /// How many the runners left out.
    pub(crate) fn skipped(self) -> usize {
        self.skipped
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(formatter, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn tally(output: &str) -> String {
        let mut tally = Tally::default();
        output.lines().for_each(|line| tally.read(line));
        tally.to_string()
    }

    #[test]
    fn the_result_lines_of_several_binaries_add_up() {
        let output = "running 3 tests\n\
            test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.01s\n\
            test result: FAILED. 1 passed; 2 failed; 1 ignored; 0 measured; 5 filtered out; finished in 0.01s";
        assert_eq!(tally(output), "4 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn the_test_line_of_the_ui_counts_and_its_file_line_does_not() {
        let output =
            " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 17 passed (18)\n";
        assert_eq!(tally(output), "17 passed, 1 failed");
    }

    #[test]
    fn words_in_a_tests_own_output_are_not_counted() {
        assert_eq!(tally("12 passed, 3 failed\nTests are good"), "0 passed, 0 failed");
    }

    #[test]
    fn a_runner_that_fails_before_its_first_test_is_one_failure() {
        assert_eq!(Tally::default().ended(false).to_string(), "0 passed, 1 failed");
    }
}
