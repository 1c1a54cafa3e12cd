"""Settings of the workspace, from the environment.

MAJLIS_HOME      folder of the workspace: database, keys, backups, secret key (default: the user's data folder)
MAJLIS_KEYS      folder of the consultation keys (default: MAJLIS_HOME/keys); never inside a backup
DATABASE_URL     PostgreSQL instead of the embedded SQLite
MAJLIS_HOSTS     names under which the workspace is reached, separated by commas
MAJLIS_HTTPS     1 where a proxy in front speaks HTTPS and sets X-Forwarded-Proto
MAJLIS_MAIL      the SMTP server that takes our mail: smtp://user:password@host:587/?tls=starttls (or ssl, none)
MAJLIS_MAIL_FROM whom mails are from: an address, or Name <address>
MAJLIS_ADDRESS   where people reach the workspace: https://host (default: the first of MAJLIS_HOSTS, under HTTPS)
MAJLIS_KEEP      days by which things are erased: backups=60 accounts-unused=30 (see docs/operations.md)
MAJLIS_DEMO      1 for a demonstration: sign-in links, example content
MAJLIS_DEBUG     1 for developers
"""

import os
from pathlib import Path

import dj_database_url
import platformdirs
from csp.constants import NONE, SELF

from majlis.engine.charts import LOOK
from majlis.workspace.commons.files import secret
from majlis.workspace.commons.mail.server import mail_server, public_address, sender
from majlis.workspace.commons.retention.days import read as keep_days


def switch(name: str) -> bool:
    """Read an environment variable that is on or off."""
    return os.environ.get(name, "").lower() in {"1", "true", "yes", "on"}


HERE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("MAJLIS_HOME") or platformdirs.user_data_path("majlis")).absolute()
KEYS = Path(os.environ.get("MAJLIS_KEYS") or HOME / "keys")
BACKUPS = HOME / "backups"
DEMO = switch("MAJLIS_DEMO")
HTTPS = switch("MAJLIS_HTTPS")
DEBUG = switch("MAJLIS_DEBUG")
SECRET_KEY = secret(HOME / "secret.key")
ALLOWED_HOSTS = [host.strip() for host in os.environ.get("MAJLIS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")]
# A demonstration writes to nobody: its addresses are invented.
MAIL = None if DEMO else mail_server(os.environ.get("MAJLIS_MAIL", ""))
MAIL_FROM = sender(os.environ.get("MAJLIS_MAIL_FROM", ""), MAIL)
ADDRESS = public_address(os.environ.get("MAJLIS_ADDRESS", ""), ALLOWED_HOSTS, https=HTTPS, mails=MAIL is not None)
KEEP = keep_days(os.environ.get("MAJLIS_KEEP", ""))
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # every mail is ours and goes through commons.mail

ROOT_URLCONF = "majlis.workspace.urls"
WSGI_APPLICATION = "majlis.workspace.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

ROOMS = [
    "majlis.workspace.rooms.gatherings",
    "majlis.workspace.rooms.consultations",
    "majlis.workspace.rooms.strategy",
    "majlis.workspace.rooms.oversight",
]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "majlis.workspace.commons",
    "majlis.workspace.rooms.gatherings",
    "majlis.workspace.rooms.consultations",
    "majlis.workspace.rooms.strategy",
    "majlis.workspace.rooms.oversight",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "csp",
]
MIDDLEWARE = [
    "majlis.workspace.commons.middleware.charter_standing",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "majlis.workspace.commons.middleware.remembered_language",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "majlis.workspace.commons.middleware.page_headers",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "majlis.workspace.commons.middleware.sent_before",
    "majlis.workspace.commons.middleware.acting_member",
    "majlis.workspace.commons.typed.kept_when_signed_out",
    "majlis.workspace.commons.middleware.recorded_reads",
    "majlis.workspace.commons.middleware.counted_refusals",
    "majlis.workspace.commons.middleware.Refusals",
    "django_htmx.middleware.HtmxMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CSRF_FAILURE_VIEW = "majlis.workspace.commons.views.csrf_failure"

# synchronous=FULL: an answered vote survives a power cut, not only the death of the process (NORMAL would lose the last
# commits of the WAL); fullfsync is what macOS needs for the same promise. secure_delete overwrites what is deleted.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA fullfsync=ON;"
        "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"
    ),
}
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": HOME / "majlis.sqlite3",
    "OPTIONS": SQLITE_OPTIONS,
    "CONN_MAX_AGE": 600,
}
if os.environ.get("DATABASE_URL"):
    DATABASES = {"default": dj_database_url.config(conn_max_age=600, conn_health_checks=True)}
else:
    DATABASES = {"default": SQLITE}

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},
        # An address can be a secret (what became of an offered statement): refusals are not written down with theirs.
        "django.request": {"level": "ERROR"},
    },
}

USE_TZ = True
TIME_ZONE = "UTC"
USE_I18N = True
LANGUAGE_CODE = "en"
LANGUAGES = [("ar", "العربية"), ("fr", "Français"), ("en", "English")]

STATIC_URL = "static/"
STATICFILES_DIRS = [HERE / "static", ("majlis", LOOK)]
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 0 if DEBUG else 3600

AUTH_USER_MODEL = "commons.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 24 * 3600
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "majlis.workspace.commons.accounts.ClosedAdapter"
ACCOUNT_FORMS = {
    "login": "majlis.workspace.commons.forms.LoginForm",
    "reset_password": "majlis.workspace.commons.forms.ForgottenForm",
}
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody can make us write to strangers
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = None
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Majlis"
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or DEMO

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
CSRF_FAILURE_VIEW = "majlis.workspace.commons.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if HTTPS else []
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
