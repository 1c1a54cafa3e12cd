"""Markings at random."""

from datetime import UTC, datetime, timezone

from hypothesis import strategies as st

from majlis.engine.handling import Code, Handling, Pap, Tlp

names = st.frozensets(st.sampled_from(["a", "b", "c"]))


@st.composite
def markings(draw):
    tlp = draw(st.sampled_from(Tlp))
    return Handling(
        tlp=tlp,
        pap=draw(st.sampled_from(Pap)),
        codes=draw(st.frozensets(st.sampled_from(Code))),
        purposes=draw(st.none() | names),
        audience=None if tlp is Tlp.AMBER_STRICT else draw(st.none() | names),
        legal_basis=draw(names),
        originators=draw(names),
        expires=draw(
            st.none()
            | st.datetimes(datetime(2026, 1, 1), datetime(2026, 1, 9), timezones=st.sampled_from([UTC, timezone.min]))
        ),
    )
