"""The workspace's settings for tests: a folder of their own that goes away, fast hashes, tasks at once."""

import atexit
import os
import shutil
import tempfile

os.environ["MAJLIS_HOME"] = tempfile.mkdtemp(prefix="majlis-tests-")
atexit.register(shutil.rmtree, os.environ["MAJLIS_HOME"], ignore_errors=True)

from majlis.workspace.settings import *  # noqa: E402, F403
from majlis.workspace.settings import DATABASES, HOME, SQLITE  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
if DATABASES["default"] is SQLITE:
    # a file, because threads of one test must meet in one database; without waiting for the disk
    SQLITE["TEST"] = {"NAME": HOME / "test.sqlite3"}
    SQLITE["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
