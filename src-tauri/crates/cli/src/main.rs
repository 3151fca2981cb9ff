//! The lede command.
fn main() {}
