//! Reading and writing files, on a disk.

use super::*;

#[test]
fn a_path_is_told_from_its_root() {
    for (file, root, inside) in [
        ("reports/x.md", ".", Some("reports/x.md")),
        ("./reports/../reports/x.md", "reports", Some("x.md")),
        ("/srv/county/west/../x.md", "/srv/county", Some("x.md")),
        ("/srv/county/x.md", "/srv/county", Some("x.md")),
        ("/srv/county/a/b.c/x.md", "/srv/county/", Some("a/b.c/x.md")),
        ("/srv/other/x.md", "/srv/county", None),
        ("x.md", ".", Some("x.md")),
    ] {
        let (file, root) = (Path::new(file), Path::new(root));
        assert_eq!(from_root(file, root).as_deref(), inside, "{} from {}", file.display(), root.display());
        let mut paths = FromRoot::new(root);
        for was_found in [true, false, true, false] {
            assert_eq!(paths.path(file, was_found).as_deref(), inside, "{} from {}", file.display(), root.display());
        }
    }
}
