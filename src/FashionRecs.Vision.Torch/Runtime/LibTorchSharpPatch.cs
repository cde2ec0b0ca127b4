using System.Buffers.Binary;
using System.Text;

namespace FashionRecs.Vision.Torch.Runtime;

/// <summary>
/// Lets TorchSharp's native library load where the C++ runtime is older than GCC 13 (Debian 12, Ubuntu 22.04, RHEL 9).
/// The library asks for one symbol such a runtime lacks, <c>_ZSt21ios_base_library_initv</c> of <c>GLIBCXX_3.4.32</c>;
/// older headers called <c>_ZNSt8ios_base4InitC1Ev</c> of <c>GLIBCXX_3.4</c> for the same purpose. The patch renames the
/// undefined symbol in <c>.dynstr</c> and points the version entry at the older version. Pure: bytes in, bytes out.
/// </summary>
public static class LibTorchSharpPatch
{
    private const int ProgramHeaderLoad = 1;
    private const int ProgramHeaderDynamic = 2;
    private const long TagStringTable = 5;
    private const long TagStringTableSize = 10;
    private const long TagVersionNeeded = 0x6ffffffe;
    private const long TagVersionNeededCount = 0x6fffffff;

    private static readonly byte[] NewSymbol = "_ZSt21ios_base_library_initv\0"u8.ToArray();
    private static readonly byte[] OldSymbol = "_ZNSt8ios_base4InitC1Ev\0"u8.ToArray();

    /// <summary>The version of the C++ runtime's interface that the library asks for.</summary>
    public const string NewVersion = "GLIBCXX_3.4.32";

    private const string OldVersion = "GLIBCXX_3.4";

    /// <summary>Patches the bytes of a 64-bit little-endian ELF library in place.</summary>
    /// <returns>Whether anything was changed; false where the library does not ask for the newer version.</returns>
    /// <exception cref="InvalidDataException">The bytes are not such a library, or lack the entries the patch needs.</exception>
    public static bool Apply(Span<byte> library)
    {
        if (library.Length < 64 || !library[..6].SequenceEqual(new byte[] { 0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1 }))
        {
            throw new InvalidDataException("The native torch library is not a 64-bit little-endian ELF file.");
        }

        var dynamic = ReadDynamic(library);
        var strings = library.Slice(FileOffset(library, dynamic[TagStringTable]), (int)dynamic[TagStringTableSize]);
        var position = FileOffset(library, dynamic[TagVersionNeeded]);
        int newEntry = -1, oldEntry = -1;
        for (var file = 0; file < dynamic[TagVersionNeededCount]; file++)
        {
            var entry = position + ReadInt32(library, position + 8);
            for (var i = 0; i < BinaryPrimitives.ReadUInt16LittleEndian(library[(position + 2)..]); i++)
            {
                var name = ReadString(strings, ReadInt32(library, entry + 8));
                newEntry = name == NewVersion ? entry : newEntry;
                oldEntry = name == OldVersion ? entry : oldEntry;
                entry += ReadInt32(library, entry + 12);
            }

            position += ReadInt32(library, position + 12);
        }

        if (newEntry < 0)
        {
            return false;
        }

        var symbol = strings.IndexOf(NewSymbol);
        if (symbol < 0 || oldEntry < 0)
        {
            throw new InvalidDataException($"The native torch library asks for {NewVersion} in a way the patch does not know.");
        }

        strings.Slice(symbol, NewSymbol.Length).Clear();
        OldSymbol.CopyTo(strings[symbol..]);
        library.Slice(oldEntry, 4).CopyTo(library[newEntry..]);           // vna_hash
        library.Slice(oldEntry + 8, 4).CopyTo(library[(newEntry + 8)..]); // vna_name
        return true;
    }

    private static Dictionary<long, long> ReadDynamic(ReadOnlySpan<byte> library)
    {
        foreach (var header in ProgramHeaders(library))
        {
            if (header.Type != ProgramHeaderDynamic)
            {
                continue;
            }

            var entries = new Dictionary<long, long>();
            for (var at = (int)header.Offset; ReadInt64(library, at) is not 0 and var tag; at += 16)
            {
                entries[tag] = ReadInt64(library, at + 8);
            }

            return entries;
        }

        throw new InvalidDataException("The native torch library has no dynamic section.");
    }

    private static int FileOffset(ReadOnlySpan<byte> library, long address)
    {
        foreach (var header in ProgramHeaders(library))
        {
            if (header.Type == ProgramHeaderLoad && address >= header.Address && address < header.Address + header.Size)
            {
                return (int)(address - header.Address + header.Offset);
            }
        }

        throw new InvalidDataException("The native torch library points outside of itself.");
    }

    private static List<(int Type, long Offset, long Address, long Size)> ProgramHeaders(ReadOnlySpan<byte> library)
    {
        var start = (int)ReadInt64(library, 32);
        int size = BinaryPrimitives.ReadUInt16LittleEndian(library[54..]), count = BinaryPrimitives.ReadUInt16LittleEndian(library[56..]);
        var headers = new List<(int, long, long, long)>(count);
        for (var at = start; at < start + (size * count); at += size)
        {
            headers.Add((ReadInt32(library, at), ReadInt64(library, at + 8), ReadInt64(library, at + 16), ReadInt64(library, at + 32)));
        }

        return headers;
    }

    private static int ReadInt32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    private static long ReadInt64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes[at..]);

    private static string ReadString(ReadOnlySpan<byte> strings, int at)
    {
        var rest = strings[at..];
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }
}
