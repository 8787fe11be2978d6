"""Every setting of the product, read from the environment, with defaults that suit a demonstration."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from django.utils.translation import gettext_lazy as _

from makul.web import signing_in

# Two web processes share the cores: arithmetic that spins on both makes each wait for the other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

HERE = Path(__file__).resolve().parent


def env(name: str, default: str = "") -> str:
    return os.environ.get(f"MAKUL_{name}", default)


def env_bool(name: str, default: bool = False) -> bool:
    return env(name, "1" if default else "").lower() in {"1", "true", "yes", "on"}


MAKUL_VAR = Path(env("VAR", str(Path.cwd() / "var"))).resolve()
MAKUL_DEMO = env_bool("DEMO")
MAKUL_TIMING = env_bool("TIMING")
MAKUL_ORIGIN = env("ORIGIN", "makul.local")


def secret_key() -> str:
    """From the environment, else a file of its own that only its owner may read."""
    if given := env("SECRET_KEY"):
        return given
    file = MAKUL_VAR / "secret.key"
    if not file.exists():
        MAKUL_VAR.mkdir(parents=True, exist_ok=True)
        _write_once(file, secrets.token_urlsafe(50))
    return file.read_text()


def _write_once(file: Path, text: str) -> None:
    """Written aside and linked: of two processes that start at once, one wins and both read it whole."""
    aside = file.with_name(f"{file.name}.{os.getpid()}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as out:
        out.write(text)
    with contextlib.suppress(FileExistsError):
        os.link(aside, file)
    aside.unlink()


SECRET_KEY = secret_key()
DEBUG = env_bool("DEBUG")
BASE_URL = env("BASE_URL", "http://127.0.0.1:8000")
ALLOWED_HOSTS = env("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [BASE_URL]


def database(url: str) -> dict[str, Any]:
    """`sqlite:///path` or `postgres://user:password@host:port/name?host=/socket/dir`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        path = unquote(parts.path)[1:]
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": path,
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
                "PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;",
            },
            # An in-memory database is locked as soon as a second thread asks: tests use a file.
            "TEST": {"NAME": f"{path}.test"},
        }
    asked = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": asked.get("host", [parts.hostname or ""])[0],
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 0,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 8}} if not env_bool("TEST") else {},
    }


DATABASES = {"default": database(env("DATABASE", f"sqlite:///{MAKUL_VAR / 'makul.sqlite3'}"))}

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "makul.parties",
    "makul.journal",
    "makul.documents",
    "makul.notices",
    "makul.accounts",
    "makul.cases",
    "makul.bills",
    "makul.drafts",
    "makul.sittings",
    "makul.expertise",
    "makul.budget",
    "makul.portal",
    "makul.web",
    # Below the rooms, so that their templates and words come first.
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "makul.web.timing.TimingMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "makul.web.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "makul.web.mandate.MandateMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "makul.web.seen.SeenMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "makul.web.errors.MakulErrorMiddleware",
]

SECURE_CSP = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
}

ROOT_URLCONF = "makul.web.urls"
WSGI_APPLICATION = "makul.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "makul.web.context.page",
            ],
            "builtins": ["makul.web.templatetags.makul"],
        },
    }
]

FORM_RENDERER = "makul.web.forms.Renderer"
CSRF_FAILURE_VIEW = "makul.web.errors.csrf_failure"

AUTH_USER_MODEL = "auth.User"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
MAKUL_PROXIES = int(env("PROXIES", "0") or 0)  # how many of our own stand before us
MAKUL_REQUIRE_SECOND_FACTOR = env_bool("REQUIRE_SECOND_FACTOR")
MFA_TOTP_ISSUER: str
SIGNING_IN = signing_in.settings_of(env, base_url=BASE_URL)
globals().update(SIGNING_IN)
SECURE_CSP["form-action"] += SIGNING_IN["MAKUL_PROVIDER_ORIGINS"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "home"

CACHES = {
    # Shared by all web processes: what is counted so that nobody guesses (makul.accounts.throttle).
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "makul_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # One process's own memory: what can be reckoned again at any time.
    "near": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "near"},
}

LANGUAGE_CODE = "ky"
LANGUAGES = [("ky", "Кыргызча"), ("ru", "Русский"), ("en", "English")]
LANGUAGE_COOKIE_NAME = "language"
LOCALE_PATHS = [HERE / "locale"]
FORMAT_MODULE_PATH = ["makul.web.formats"]
TIME_ZONE = "Asia/Bishkek"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = MAKUL_VAR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or env_bool("TEST")
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = DEBUG or env_bool("TEST")

# Bounded inputs: a package is a dozen Word files, a scan or two.
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 4_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
MAKUL_UPLOAD_MAX_BYTES = 20_000_000

# Where letters go: `smtp://user:password@host:port`, `file` (the var folder) or `console`.
MAKUL_MAIL = env("MAIL", "file")
DEFAULT_FROM_EMAIL = env("MAIL_FROM", "makul@makul.local")
# Whoever has not answered three working days before the last day gets a letter by itself.
MAKUL_REMINDERS = env_bool("REMINDERS", default=True)
MAKUL_MAIL_FOLDER = MAKUL_VAR / "mail"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BASE_URL.startswith("https://")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env("LOG_LEVEL", "WARNING")},
    # Who came in and what was refused, by number; a demonstration, where anyone is anyone, is silent.
    "loggers": {"makul.audit": {"level": "WARNING" if MAKUL_DEMO else "INFO"}},
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS: list[str] = []
MAKUL_NAME = _("Makul")
