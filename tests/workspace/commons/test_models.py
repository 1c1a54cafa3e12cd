"""The tables of the commons."""

import hashlib
import json

import pytest
from django.db import IntegrityError, transaction

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.models import Contribution, Institution, Question, RoleGrant, Run, Source, User
from majlis.workspace.commons.texts import Text

pytestmark = pytest.mark.django_db


@pytest.fixture
def question(institution):
    return Question.objects.create(institution=institution, text=Text.write("ماذا نفعل؟", "ar"))


def test_user_has_one_account_whatever_the_case_of_the_address():
    User.objects.create_user("First@Example.org")
    assert User.objects.get_by_natural_key(" FIRST@example.org").email == "first@example.org"
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("FIRST@example.ORG")


def test_user_without_a_password_cannot_sign_in():
    assert not User.objects.create_user("a@example.org").has_usable_password()


def test_member_holds_several_roles(institution, join):
    member = join(institution, "organiser", "analyst")
    assert member.roles == {"organiser", "analyst"}
    assert member.holds("analyst", "auditor")
    assert not member.holds("auditor")


def test_role_that_nobody_knows_is_refused_by_the_database(reader):
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleGrant.objects.create(member=reader, role="owner")


def test_record_takes_the_handling_of_its_institution_and_names_it_as_originator(question, institution):
    question.refresh_from_db()
    assert question.handling == Handling(tlp=Tlp.AMBER, originators=frozenset({str(institution.pk)}))


def test_record_digest_is_the_hash_of_its_content(question, institution):
    content = {
        "id": str(question.pk),
        "kind": "commons.question",
        "institution_id": str(institution.pk),
        "author_id": None,
        "language": "und",
        "text": {"original": "ar", "versions": {"ar": {"text": "ماذا نفعل؟", "state": "original"}}},
    }
    written = json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert question.digest == hashlib.sha256(written.encode()).hexdigest()


def test_record_digest_changes_with_the_content_and_not_with_the_state(question):
    before = question.digest
    question.state = "published"
    question.handling = Handling(tlp=Tlp.RED, audience=frozenset({"x"}))
    question.save()
    assert question.digest == before
    question.text = question.text.translated("fr", "Que faire ?")
    question.save(update_fields=["text"])
    question.refresh_from_db()
    assert question.digest != before


def test_record_read_back_has_the_digest_it_was_saved_with(question, institution):
    source = Source.objects.create(institution=institution, title=Text.write("Report", "en"), published_on="2026-07-01")
    for record in (question, source):
        again = type(record).objects.get(pk=record.pk)
        again.save()
        assert again.digest == record.digest


def test_source_without_grading_cannot_be_judged(institution):
    source = Source.objects.create(institution=institution, title=Text.write("Report", "en"))
    assert (source.reliability, source.credibility) == ("F", 6)


@pytest.mark.parametrize("grading", [{"reliability": "G"}, {"credibility": 0}, {"credibility": 7}])
def test_source_with_an_unknown_grading_is_refused_by_the_database(institution, grading):
    with pytest.raises(IntegrityError), transaction.atomic():
        Source.objects.create(institution=institution, title=Text.write("Report", "en"), **grading)


def test_run_progress_is_a_share(institution):
    with pytest.raises(IntegrityError), transaction.atomic():
        Run.objects.create(institution=institution, analysis="a", version="1", state="queued", progress=1.5)


def test_special_record_is_not_saved_as_a_general_one(question, institution):
    question.kind = "consultations.consultation"
    with pytest.raises(TypeError, match=r"must be saved as one: use \.special\(\)"):
        question.save()


def test_contribution_belongs_to_its_question(question, institution):
    answer = Contribution.objects.create(institution=institution, question=question)
    assert list(question.contributions.all()) == [answer]
    assert answer.special() is answer


def test_ids_sort_by_the_time_at_which_they_were_made(institution):
    made = [Institution.objects.create(name=Text.write(str(i))).pk for i in range(20)]
    assert sorted(made) == made
