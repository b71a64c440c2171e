//! The author's files, copied as they are.

use crate::site::{Site, asset_route};

/// Lists the files to copy: path below `content/`, path below the output folder.
pub fn copies(site: &Site) -> Vec<(String, String)> {
    site.assets.iter().map(|it| (it.path.to_string(), asset_route(it).0)).collect()
}
