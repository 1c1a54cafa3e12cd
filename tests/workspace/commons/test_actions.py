"""Acts: actor, rule, transaction, one entry."""

import json
import threading

import pytest
from django.db import connection

from majlis.engine.errors import Refused
from majlis.engine.ledger import leaf_hash, root
from majlis.workspace.commons import ledger, persons
from majlis.workspace.commons.actions import acting, action, current_actor
from majlis.workspace.commons.fields import canonical, digest
from majlis.workspace.commons.models import LedgerEntry, LedgerHead, Question
from majlis.workspace.commons.rules import may_administer, may_run, needs
from majlis.workspace.commons.texts import Text

SECRET = "words that must not reach the ledger"


@action("question.ask", rule=may_run)
def ask(*, institution, text, reason=""):
    return Question.objects.create(institution=institution, author=current_actor(), text=Text.write(text, "en"))


@action("question.publish")
def publish(*, question):
    question.state = "published"
    question.save()


@action("question.import")
def ask_many(*, institution, texts):
    return [ask(institution=institution, text=text) for text in texts]


@action("question.break")
def break_off(*, institution):
    ask(institution=institution, text="kept by nobody")
    raise RuntimeError("half way")


def leaves():
    return [json.loads(entry.leaf) for entry in LedgerEntry.objects.all()]


@pytest.mark.django_db
def test_act_leaves_one_entry_with_actor_and_digests_and_no_content(institution, organiser):
    with acting(organiser):
        question = ask(institution=institution, text=SECRET, reason=SECRET)
    (entry,) = LedgerEntry.objects.all()
    leaf = json.loads(entry.leaf)
    assert leaf["action"] == "question.ask"
    assert leaf["actor"]["institution"] == str(organiser.institution_id)
    assert str(organiser.pk) not in entry.leaf
    assert persons.actors_of([entry]) == {0: organiser}
    assert leaf["index"] == 0
    assert leaf["at"] == entry.at.isoformat(timespec="microseconds")
    asked_of, asked = leaf["subjects"]
    assert (asked_of["kind"], asked_of["id"]) == ("commons.institution", str(institution.pk))
    assert asked == {"kind": "commons.question", "id": str(question.pk), "digest": question.digest}
    assert leaf["detail"] == {"reason": digest(SECRET)}
    assert SECRET not in entry.leaf
    assert ledger.verify().holds


@pytest.mark.django_db
def test_act_over_a_record_names_it_as_it_stands_after_the_act(institution, organiser):
    question = Question.objects.create(institution=institution, text=Text.write("Q", "en"))
    publish(question=question)
    (leaf,) = leaves()
    assert leaf["subjects"][0]["digest"] == question.digest
    assert leaf["actor"] is None


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["nobody", "reader", "stranger"])
def test_act_is_refused_with_the_name_of_the_rule_and_leaves_nothing(who, institution, other_institution, reader, join):
    actor = {"nobody": None, "reader": reader, "stranger": join(other_institution, "organiser")}[who]
    with acting(actor), pytest.raises(Refused) as refusal:
        ask(institution=institution, text="Q")
    assert refusal.value.rule == "may-run"
    assert not Question.objects.exists()
    assert not LedgerEntry.objects.exists()


@pytest.mark.django_db
def test_rule_of_an_inner_act_is_asked_too(institution, reader):
    with acting(reader), pytest.raises(Refused, match="may-run"):
        ask_many(institution=institution, texts=["Q"])


@pytest.mark.django_db
def test_bulk_import_is_one_act_and_one_entry(institution, organiser):
    with acting(organiser):
        questions = ask_many(institution=institution, texts=["a", "b", "c"])
    (leaf,) = leaves()
    assert leaf["action"] == "question.import"
    assert leaf["detail"] == {"within": {"question.ask": 3}}
    _, subject = leaf["subjects"]
    assert (subject["kind"], subject["count"]) == ("commons.question", 3)
    references = [canonical(question.ledger_reference()).encode() for question in questions]
    assert subject["digest"] == root(map(leaf_hash, references)).hex()


@pytest.mark.django_db(transaction=True)
def test_act_that_fails_leaves_neither_row_nor_entry(institution, organiser):
    with acting(organiser):
        ask(institution=institution, text="first")
        with pytest.raises(RuntimeError):
            break_off(institution=institution)
        ask(institution=institution, text="second")
    assert Question.objects.count() == 2
    assert [leaf["index"] for leaf in leaves()] == [0, 1]
    assert ledger.verify().holds


@pytest.mark.django_db(transaction=True)
def test_acts_of_two_threads_stay_without_gap_and_verify(institution, organiser):
    start, failures = threading.Barrier(2), []

    def work(name):
        try:
            start.wait(10)
            with acting(organiser):
                for number in range(25):
                    ask(institution=institution, text=f"{name} {number}")
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=[name]) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert failures == []
    assert [leaf["index"] for leaf in leaves()] == list(range(50))
    assert Question.objects.count() == LedgerHead.objects.get().size == 50
    assert ledger.verify().holds


def test_actor_is_known_inside_the_block_only():
    member, other = object(), object()
    assert current_actor() is None
    with acting(member):
        with acting(other):
            assert current_actor() is other
        assert current_actor() is member
    assert current_actor() is None


def test_act_with_positional_arguments_cannot_be_declared():
    with pytest.raises(TypeError, match="keyword-only"):

        @action("x")
        def bad(institution):
            pass


@pytest.mark.django_db
def test_rules_ask_for_role_and_institution(institution, other_institution, join):
    administrator = join(institution, "administrator")
    assert may_administer(administrator, institution)
    assert not may_administer(administrator, other_institution)
    assert not may_administer(None, institution)
    assert needs("auditor").key == "needs-auditor"
    assert not needs("auditor", "clerk")(administrator)
    assert needs("clerk", "administrator")(administrator)
