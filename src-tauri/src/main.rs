//! The app binary.
fn main() {
    lede_desktop::run();
}
