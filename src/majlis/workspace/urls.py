"""The addresses of the workspace: a language first, then a room; those on posters are short and name no language."""

from allauth.account import views as accounts
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from majlis.workspace.commons import views
from majlis.workspace.commons.rooms import rooms

# Pages of allauth; ours come first. Without mail nobody can reset a password alone, and addresses are an
# administrator's in any case.
BY_MAIL = {"password/reset/": accounts.password_reset, "password/reset/done/": accounts.password_reset_done}
NOT_ALONE = ("email/", "confirm-email/", "login/code/confirm/")

urlpatterns = [
    path("", views.doorway, name="doorway"),
    path("ledger/", include("majlis.workspace.commons.ledger_urls")),
    *(path("", include(room.short_urls)) for room in rooms() if room.short_urls),
    *i18n_patterns(
        path("", include("majlis.workspace.commons.urls")),
        *(path(f"account/{address}", views.by_mail(page)) for address, page in BY_MAIL.items()),
        *(path(f"account/{address}", views.needs_mail) for address in NOT_ALONE),
        path("account/", include("allauth.urls")),
        *(path(f"{room.key}/", include(room.urls)) for room in rooms()),
    ),
]

handler400 = views.bad_request
handler403 = views.forbidden
handler404 = views.not_found
handler500 = views.server_error
