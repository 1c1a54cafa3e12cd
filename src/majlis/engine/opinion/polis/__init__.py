"""The Polis mathematics, stage by stage, for comparison with conversations that Polis itself has mapped.

Written from the published formulas (docs/analyses/polis.md), each stage a small function on plain arrays. It keeps what
is known to be weak in them: the groups depend on the order in which people came, unseen votes are filled with means,
and nothing carries an interval. The opinion map's own method does none of this.
"""
