import os

from belie.lsp.watching import Watch


def test_a_file_that_comes_goes_or_is_written_has_changed(tmp_path):
    file = tmp_path / "belie.toml"

    def changed(change):
        watch = Watch()
        watch.add([file])
        assert not watch.has_changed()
        change()
        return watch.has_changed()

    assert changed(lambda: file.write_text("ignore = []\n"))
    assert changed(lambda: file.write_text("ignore = []\n\n"))
    assert changed(lambda: os.utime(file, (1, 1)))
    assert changed(file.unlink)


def test_of_a_folder_the_files_of_yaml_are_looked_at(tmp_path):
    watch = Watch()
    watch.add(folders=[tmp_path])
    (tmp_path / "notes.txt").write_text("x")
    assert not watch.has_changed()
    (tmp_path / "toll").mkdir()
    (tmp_path / "toll" / "odd.yaml").write_text("x")
    assert watch.has_changed()


def test_what_is_looked_at_already_stays_as_it_was_first_seen(tmp_path):
    watch, file = Watch(), tmp_path / "belie.toml"
    watch.add([file])
    file.write_text("x")
    watch.add([file])
    assert watch.has_changed()
