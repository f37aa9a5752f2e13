"""`make bench`: our documents and lists beside other ways to make them, in time and memory."""
