//! Mode, owner, extended attributes and access list: what a new file must take over from the old.

use crate::Situation;
use rustix::fs::{
    Gid, Uid, XattrFlags, fchown, fgetxattr, fgetxattr_query, flistxattr, flistxattr_query,
    fremovexattr, fsetxattr,
};
use rustix::io::Errno;
use std::ffi::{CStr, CString};
use std::fs::{File, Metadata};
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// Gives `new` the owner, the attributes and the mode of `old`, which is the file at `target`.
///
/// # Errors
/// `OwnerNotKept` and `AttributesNotKept`, when a saved file would be another's or more open.
pub(super) fn copy(
    target: &Path,
    old: &File,
    about: &Metadata,
    new: &File,
) -> Result<(), Situation> {
    copy_owner(about, new).map_err(|error| match error {
        Errno::PERM => Situation::OwnerNotKept(target.to_owned()),
        error => Situation::of(target, &error.into()),
    })?;
    copy_attributes(old, new).map_err(|error| match error {
        Errno::PERM | Errno::ACCESS | Errno::OPNOTSUPP => {
            Situation::AttributesNotKept(target.to_owned())
        }
        error => Situation::of(target, &error.into()),
    })?;
    // The mode comes last: a change of owner clears bits of it.
    new.set_permissions(about.permissions()).map_err(Situation::at(target))
}

fn copy_owner(about: &Metadata, new: &File) -> rustix::io::Result<()> {
    let own = new.metadata().map_err(|error| Errno::from_io_error(&error).unwrap_or(Errno::IO))?;
    let uid = (own.uid() != about.uid()).then(|| Uid::from_raw(about.uid()));
    let gid = (own.gid() != about.gid()).then(|| Gid::from_raw(about.gid()));
    if uid.is_some() || gid.is_some() { fchown(new, uid, gid) } else { Ok(()) }
}

fn copy_attributes(old: &File, new: &File) -> rustix::io::Result<()> {
    let wanted = names(old)?;
    for name in &wanted {
        let copied = value(old, name).and_then(|value| {
            // A write for nothing would wake whoever watches attributes.
            if value_if_any(new, name) == Some(value.clone()) {
                return Ok(());
            }
            fsetxattr(new, name.as_c_str(), &value, XattrFlags::empty())
        });
        match copied {
            Err(error) if matters(name) => return Err(error),
            _ => {}
        }
    }
    // A folder may give its new files an access list that the old file did not have.
    for name in names(new)? {
        if matters(&name) && !wanted.contains(&name) {
            fremovexattr(new, name.as_c_str())?;
        }
    }
    Ok(())
}

/// Whether an attribute is the person's: their own notes and who may read. The rest is the system's,
/// which sets its labels itself and lets nobody copy them.
fn matters(name: &CStr) -> bool {
    let name = name.to_bytes();
    name.starts_with(b"user.") || name.starts_with(b"system.")
}

fn names(file: &File) -> rustix::io::Result<Vec<CString>> {
    let size = match flistxattr_query(file) {
        Err(Errno::OPNOTSUPP) => return Ok(Vec::new()),
        size => size?,
    };
    let mut list = vec![0; size];
    let size = flistxattr(file, &mut list[..])?;
    list.truncate(size);
    let names = list.split_inclusive(|&byte| byte == 0);
    Ok(names.filter_map(|name| CStr::from_bytes_with_nul(name).ok()).map(CStr::to_owned).collect())
}

fn value(file: &File, name: &CStr) -> rustix::io::Result<Vec<u8>> {
    let size = fgetxattr_query(file, name)?;
    let mut value = vec![0; size];
    let size = fgetxattr(file, name, &mut value[..])?;
    value.truncate(size);
    Ok(value)
}

fn value_if_any(file: &File, name: &CStr) -> Option<Vec<u8>> {
    value(file, name).ok()
}
