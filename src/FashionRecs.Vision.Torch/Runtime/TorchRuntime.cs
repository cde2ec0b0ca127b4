using FashionRecs.Domain.Files;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp;

namespace FashionRecs.Vision.Torch.Runtime;

/// <summary>Loads torch. Thread-safe; the first call does the work.</summary>
public static class TorchRuntime
{
    private static readonly Lock Gate = new();
    private static bool loaded;

    /// <summary>
    /// Loads the native library, which the module initializer has made loadable on this machine; cheap when called again.
    /// </summary>
    public static void EnsureLoaded()
    {
        lock (Gate)
        {
            if (loaded)
            {
                return;
            }

            torch.InitializeDeviceType(DeviceType.CPU);
            loaded = true;
        }
    }

    /// <summary>
    /// Anything that touches this assembly may call torch directly, so the library is made loadable before its first use.
    /// </summary>
    /// <exception cref="IOException">The library beside the program needs a patch and its folder cannot be written.</exception>
#pragma warning disable CA2255 // The initializer is the only place that runs before every possible first use.
    [ModuleInitializer]
    internal static void MendBeforeFirstUse()
    {
        if (OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64 && !SystemHasNewVersion())
        {
            PatchLibraryBesideProgram();
        }
    }
#pragma warning restore CA2255

    private static void PatchLibraryBesideProgram()
    {
        var path = new[] { Path.Combine("runtimes", "linux-x64", "native"), "" }
            .Select(folder => Path.Combine(AppContext.BaseDirectory, folder, "libLibTorchSharp.so"))
            .FirstOrDefault(File.Exists);
        if (path is null)
        {
            return;
        }

        var bytes = File.ReadAllBytes(path);
        if (!LibTorchSharpPatch.Apply(bytes))
        {
            return;
        }

        // The file may be a hard link into the package cache: write a new one and swap it in, never write through.
        try
        {
            // Same time as the original, so that the next build does not copy it again.
            var time = File.GetLastWriteTimeUtc(path);
            AtomicFile.Write(path, stream => stream.Write(bytes));
            File.SetLastWriteTimeUtc(path, time);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"This system's C++ runtime is older than torch expects and '{path}' cannot be adapted to it: {exception.Message}",
            exception);
        }
    }

    private static bool SystemHasNewVersion()
    {
        // The .NET runtime itself is C++, so the process has the system's library mapped already.
        var line = File.ReadLines("/proc/self/maps").FirstOrDefault(map => map.Contains("/libstdc++.so.6", StringComparison.Ordinal));
        var path = line?[line.IndexOf('/')..];
        return path is not null && File.ReadAllBytes(path).AsSpan().IndexOf("GLIBCXX_3.4.32\0"u8) >= 0;
    }
}
