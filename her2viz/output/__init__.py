"""What leaves the package: files, gallery, slides, handout."""
