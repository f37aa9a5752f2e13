"""The rules of an emulation campaign (phong trào thi đua), as pure functions.

Nothing here knows of a database, a user, a clock or a screen. A module takes plain values and
answers with plain values, so that it can be held beside the plan's text and read against it.

A broken rule is an answer (:class:`~.findings.Finding`), never an exception; an exception
(:mod:`~.errors`) means that a caller or its data is wrong.
"""
