"""What `make test` checks: each module holds one kind of check and returns items for the total."""
