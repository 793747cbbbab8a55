import socket
import subprocess
import sys

import pytest

from workshop.ui.guard import NetworkRefusedError, clean_environment, refuse_network


def test_variables_that_could_load_or_open_something_are_dropped():
    environment = {
        "QT_PLUGIN_PATH": "/opt/x",
        "QT_QPA_PLATFORM_PLUGIN_PATH": "/opt/x",
        "QT_QPA_PLATFORMTHEME": "gtk3",
        "QT_QPA_GENERIC_PLUGINS": "evdevmouse",
        "QT_SCALE_FACTOR": "1.5",
        "QT_ACCESSIBILITY": "1",
        "HOME": "/home/ana",
    }
    clean_environment(environment)
    assert set(environment) == {"QT_SCALE_FACTOR", "QT_ACCESSIBILITY", "HOME", "CUPS_SERVER"}
    assert environment["CUPS_SERVER"].startswith("/")


@pytest.mark.parametrize(
    "value", ["xcb", "wayland;xcb", "offscreen", "offscreen:configfile=screens.json", "windows"]
)
def test_the_platforms_of_a_display_are_kept(value):
    environment = {"QT_QPA_PLATFORM": value}
    clean_environment(environment)
    assert environment["QT_QPA_PLATFORM"] == value


@pytest.mark.parametrize("value", ["vnc", "vnc:port=5900", "xcb;vnc", "offscreen:other=1", "eglfs"])
def test_a_platform_that_could_listen_is_dropped(value):
    environment = {"QT_QPA_PLATFORM": value}
    clean_environment(environment)
    assert "QT_QPA_PLATFORM" not in environment


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
@pytest.mark.parametrize("event", ["socket.connect", "socket.bind"])
def test_an_internet_socket_is_refused_and_others_are_not(family, event):
    with socket.socket(family) as opened, pytest.raises(NetworkRefusedError):
        refuse_network(event, (opened, ("::1", 80)))
    with socket.socket(socket.AF_UNIX) as local:
        refuse_network(event, (local, "/run/x"))


def test_a_guarded_process_cannot_connect():
    script = (
        "import socket\nfrom workshop.ui.guard import shut_network\nshut_network()\n"
        "for action in ('connect', 'bind'):\n"
        "    try:\n        getattr(socket.socket(), action)(('127.0.0.1', 9))\n"
        "    except Exception as error:\n        print(type(error).__name__)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["NetworkRefusedError"] * 2
