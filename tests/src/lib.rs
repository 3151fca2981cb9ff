//! The app as its users meet it: a display of its own, a window that is typed into and looked at,
//! a terminal in a folder of fixtures.
#![allow(
    clippy::disallowed_methods,
    clippy::print_stderr,
    reason = "it starts the app, looks at what it leaves on the disk, and says where the pictures lie"
)]

mod display;
mod driver;
mod group;
mod home;
pub mod place;
mod port;
mod syncthing;
mod terminal;
mod wait;
mod window;

pub use display::Display;
pub use driver::Driver;
pub use group::Group;
pub use home::Home;
pub use syncthing::Syncthing;
pub use terminal::terminal;
pub use wait::until;
pub use window::Window;
