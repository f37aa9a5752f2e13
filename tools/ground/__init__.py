"""The developer ground: what a clone needs to run, test and lint the addon, kept in `.dev`."""
