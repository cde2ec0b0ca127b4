using System.Reflection;

namespace FashionRecs.Vision.Engines;

/// <summary>
/// The part that runs networks with torch, where it lies beside the program. The web server for processors is published without it: torch's
/// libraries are 500 MB, and ONNX Runtime gives the same readings.
/// </summary>
internal static class TorchBuild
{
    private const string Name = "FashionRecs.Vision.Torch";

    /// <summary>Its assembly; null where this build has none.</summary>
    public static Assembly? Assembly { get; } = Find();

    /// <summary>What makes its engines; null where this build has none.</summary>
    public static IEngineProvider? Provider { get; } = Assembly?.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IEngineProvider)))
        .Select(type => (IEngineProvider)Activator.CreateInstance(type)!).Single();

    /// <summary>
    /// A part that is not whole, such as a file that another program left in the folder, counts as none: pictures are read without it.
    /// </summary>
    private static Assembly? Find()
    {
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, $"{Name}.dll")))
        {
            return null;
        }

        try
        {
            var found = Assembly.Load(new AssemblyName(Name));
            return found.GetTypes().Length > 0 ? found : null;
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException or ReflectionTypeLoadException)
        {
            return null;
        }
    }
}
