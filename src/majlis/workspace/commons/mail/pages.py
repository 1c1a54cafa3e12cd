"""The pages about mail: one's own digest, and the link that ends it from any mailbox."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from majlis.workspace.commons import people, words
from majlis.workspace.commons.actions import acting
from majlis.workspace.commons.forms import MailForm
from majlis.workspace.commons.mail import digests, letters
from majlis.workspace.commons.models import Member
from majlis.workspace.commons.queries import member_of


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def digest(request: HttpRequest) -> HttpResponse:
    """Show what today's digest says, and let its reader choose whether and in which language it comes."""
    member = request.member
    if member is None:
        raise Http404
    chosen = {"digest": request.user.digest, "language": request.user.language}
    form = MailForm(request.POST or None, initial=chosen)
    if request.method == "POST" and form.is_valid():
        people.set_mail(member=member, **form.cleaned_data)
        messages.success(request, words.say("digest-saved"))
        return redirect("commons:digest")
    context = {"form": form, "mails": settings.MAIL is not None, "hour": f"{digests.HOUR:02}:00"}
    context |= {"zone": words.zone_of(member.institution.locale).key, "preview": _preview(member)}
    return render(request, "commons/digest.html", context, status=400 if form.is_bound else 200)


@csrf_exempt  # mailboxes press the button themselves (RFC 8058), and the token says whose digest it is
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """End a digest: only by a POST, because scanners open every link of a mail; no sign-in is asked for."""
    user = letters.stopped_user(token)
    member = member_of(user) if user else None
    if member is None:
        raise Http404
    if request.method == "POST" and member.user.digest:
        with acting(member):
            people.set_mail(member=member, digest=False, language=member.user.language)
    return render(request, "commons/digest_stop.html", {"wanted": member.user.digest})


def _preview(member: Member) -> dict[str, str | SafeString | int]:
    with letters.written_for(member) as language:
        context = letters.digest_context(member, digests.today_of(member))
        body = render_to_string("commons/mail/digest_body.html", context)
        return {"language": language, "body": body, "count": context["count"]}
