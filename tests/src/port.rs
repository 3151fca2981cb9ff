//! Ports on the loopback.

use std::{array, net::TcpListener};

/// Ports that nobody listens on, each another one. Somebody may take one before the program that it
/// is meant for, which then ends at once, and the test says so.
pub(crate) fn free_ports<const N: usize>() -> [u16; N] {
    // All are held until all are found, for otherwise the same one may come twice.
    let held: [TcpListener; N] =
        array::from_fn(|_| TcpListener::bind("127.0.0.1:0").expect("the loopback has a free port"));
    held.map(|listener| listener.local_addr().expect("a bound socket has an address").port())
}
