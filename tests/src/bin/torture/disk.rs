//! Disks that are mounted for a case: small ones, and ones that lose their power.

use crate::{apart, skipped};
use anyhow::Result;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Something mounted, until it is dropped.
#[derive(Debug)]
pub(crate) struct Disk {
    at: PathBuf,
}

impl Disk {
    /// An empty disk in memory of so many KiB.
    pub(crate) fn of_size(kib: usize, at: &Path) -> Result<Self> {
        Self::mount(&["-t", "tmpfs", "-o", &format!("size={kib}k"), "tmpfs"], at)
    }

    /// The disk in a file.
    pub(crate) fn in_file(image: &Path, options: &str, at: &Path) -> Result<Self> {
        let options = format!("loop,{options}");
        Self::mount(&["-o", &options, &image.to_string_lossy()], at)
    }

    fn mount(words: &[&str], at: &Path) -> Result<Self> {
        skipped::unless_root()?;
        if !apart::is_apart() {
            return skipped::because("nothing can be mounted here that nobody else sees");
        }
        skipped::unless_done("mount", &[words, &[&at.to_string_lossy()]].concat())?;
        Ok(Self { at: at.to_owned() })
    }

    /// Makes room on a disk in memory.
    pub(crate) fn grow(&self, kib: usize) -> Result<()> {
        let size = format!("remount,size={kib}k");
        skipped::unless_done("mount", &["-o", &size, &self.at.to_string_lossy()])
    }

    /// The power goes: what the disk was not asked to keep is lost. An ioctl is nothing that can be
    /// called without `unsafe`, but perl can.
    pub(crate) fn lose_power(&self) -> Result<()> {
        // EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN, with the flag for "do not flush the log".
        let shut_down = r#"open(my $d, "<", $ARGV[0]) or die $!; my $f = pack("L", 2);
            ioctl($d, 0x8004587d, $f) or die $!"#;
        skipped::unless_done("perl", &["-e", shut_down, &self.at.to_string_lossy()])
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let mut umount = Command::new("umount");
        let _gone_with_us = umount.arg(&self.at).stderr(Stdio::null()).status();
    }
}
