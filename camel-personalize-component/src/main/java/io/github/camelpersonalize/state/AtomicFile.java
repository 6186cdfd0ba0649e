// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.state;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

/**
 * A file that is replaced as a whole. At any moment, a crash of the machine included, it holds either what it held before or what is new: that is
 * written beside it, forced to the disk and renamed. Where the file system knows POSIX permissions, it is for its owner only.
 */
public final class AtomicFile {

    private static final FileAttribute<?> OWNER_FILE = owner("rw-------");
    private static final FileAttribute<?> OWNER_FOLDER = owner("rwx------");

    private final Path file;
    private final Path folder;

    public AtomicFile(Path file) {
        this.file = file.toAbsolutePath();
        this.folder = this.file.getParent();
    }

    /**
     * Replaces the content. The folder is made, for its owner only, when it is not there.
     *
     * @throws IOException when that is not possible; the file is then as it was
     */
    public void write(byte[] content) throws IOException {
        Files.createDirectories(folder, attributes(OWNER_FOLDER));
        Path draft = Files.createTempFile(folder, "", ".tmp", attributes(OWNER_FILE));
        try {
            force(draft, content);
            Files.move(draft, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        forceFolder();
    }

    /** Not by a channel, which a thread that is interrupted, as at the end of the process, cannot write to: the content would be lost. */
    private static void force(Path file, byte[] content) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }

    /** Makes the renaming last. A folder cannot be opened on Windows, where the file system sees to it. */
    private void forceFolder() throws IOException {
        if (!isPosix(folder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (ClosedByInterruptException e) {
            // the file is there under its name; that the name is on the disk takes the few seconds of any other file
        }
    }

    private FileAttribute<?>[] attributes(FileAttribute<?> owner) {
        return isPosix(folder) ? new FileAttribute<?>[]{owner} : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?> owner(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
