// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.credentials;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelpersonalize.model.Json;
import io.github.camelpersonalize.model.JsonException;
import io.github.camelpersonalize.state.AtomicFile;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

/**
 * Keeps each refresh token in a file of its own, {@code <key>.json}. At any moment, even after a crash of the machine, the file holds either
 * the earlier token or the new one, whole.
 * <p>
 * Where the file system has POSIX permissions, files are written for their owner only, and a file that others may read or write is rejected,
 * because they may know its token. A group may have access, because container platforms give volumes to one ({@code fsGroup} of Kubernetes
 * adds it to all files at each start). Elsewhere the permissions of the folder apply.
 * <p>
 * Only one process should use a folder. When two share it and refresh at the same moment, the authorization server decides.
 */
public final class FileTokenStore implements TokenStore {

    private static final String MEMBER = "refresh_token";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final int MAX_FILE = 64 * 1024;

    private final Path folder;

    /**
     * @param folder created, for its owner only, when the first token is saved. A string, so that YAML routes and properties can set it
     */
    public FileTokenStore(String folder) {
        this.folder = Path.of(folder).toAbsolutePath();
    }

    @Override
    public Optional<String> load(String key) throws IOException {
        Path file = file(key);
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            throw new IOException(file + " is no regular file");
        }
        requirePrivate(file);
        return Optional.of(read(file));
    }

    @Override
    public void save(String key, String refreshToken) throws IOException {
        new AtomicFile(file(key)).write(Json.bytes(Json.of(Map.of(MEMBER, refreshToken))));
    }

    private Path file(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key is made of letters, digits, _ and -");
        }
        return folder.resolve(key + ".json");
    }

    private static void requirePrivate(Path file) throws IOException {
        if (!isPosix(file)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, NOFOLLOW_LINKS);
        if (permissions.contains(PosixFilePermission.OTHERS_READ) || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new IOException(file + " is open to everyone on this machine (" + PosixFilePermissions.toString(permissions)
                    + "); if nobody else can have read or changed it, say chmod 600, otherwise have the app authorized again");
        }
    }

    /** The reason that the JSON reader gives is dropped: it may quote what it could not read. */
    private static String read(Path file) throws IOException {
        long size = Files.size(file);
        try {
            JsonNode token = size > MAX_FILE ? null : Json.read(Files.readAllBytes(file)).get(MEMBER);
            if (token != null && token.isTextual() && !token.textValue().isBlank()) {
                return token.textValue();
            }
        } catch (JsonException e) {
            // reported like JSON without the member
        }
        throw new IOException(file + " (" + size + " bytes) does not hold a whole refresh token; restore it, or delete it, have the app"
                + " authorized again and set refreshToken");
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** With the folder. */
    @Override
    public String toString() {
        return "FileTokenStore[" + folder + "]";
    }
}
