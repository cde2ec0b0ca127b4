using System.Runtime.InteropServices;
using System.Security.Cryptography;
using FashionRecs.Domain.Files;
using FashionRecs.Domain.Ranking;

namespace FashionRecs.Application.Shop.Columns;

/// <summary>
/// The columns of a catalog in a file, from which a start goes on in place of reading every product again. Whoever reads them checks that
/// they are of the same catalog: <see cref="Key"/> says what they were worked out by, <see cref="Revision"/> of which state they are.
/// </summary>
/// <param name="Key">What decides how columns follow from what is stored.</param>
/// <param name="Revision">The catalog's revision.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Withdrawn">Ids of the products that are not sold at the moment.</param>
/// <param name="Words">Name of the folder that holds the index of their words.</param>
/// <param name="Written">Ids of the products in the order of that index.</param>
/// <param name="Touched">Ids of the products that came, went or have another text since it was written.</param>
internal sealed record SavedColumns(string Key, long Revision, CatalogColumns Columns, IReadOnlyList<string> Withdrawn, string Words,
    PackedIds Written, IReadOnlyList<string> Touched)
{
    private const string Format = "FashionRecs columns 1";

    /// <summary>Bytes that are read together.</summary>
    private const int Buffer = 1 << 16;

    /// <summary>Writes them to a file at once: there is the old one or the new one, never half of one.</summary>
    public void Write(string path) =>
        AtomicFile.Write(path, file =>
        {
            // Their hash stands before them, and is known behind.
            file.Write(new byte[SHA256.HashSizeInBytes]);
            using var hash = SHA256.Create();
            using (var stream = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
            using (var writer = new BinaryWriter(stream))
            {
                WriteAll(writer);
            }

            file.Seek(0, SeekOrigin.Begin);
            file.Write(hash.Hash!);
        });

    /// <summary>Reads them; null where there are none, or such that were worked out otherwise.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static SavedColumns? TryRead(string path, string key, int values)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, Buffer);
        var said = new byte[SHA256.HashSizeInBytes];
        file.ReadExactly(said);
        // Before a word of it is believed: a damaged length would ask for all memory that there is.
        if (!SHA256.HashData(file).AsSpan().SequenceEqual(said))
        {
            throw new InvalidDataException("The saved columns are damaged.");
        }

        file.Seek(said.Length, SeekOrigin.Begin);
        using var reader = new BinaryReader(file);
        return reader.ReadString() == Format && reader.ReadString() == key ? ReadAll(reader, key, values) : null;
    }

    private void WriteAll(BinaryWriter to)
    {
        to.Write(Format);
        to.Write(Key);
        to.Write(Revision);
        var facets = Columns.Facets;
        foreach (var texts in Texts(facets))
        {
            Write(to, texts.All);
        }

        var prices = facets.Prices.All;
        to.Write(prices.Count);
        foreach (var price in prices)
        {
            to.Write(price);
        }

        Write(to, Columns.Ids);
        to.Flush();
        Columns.Matrix.Write(to.BaseStream);
        foreach (var column in (Column<int>[])[Columns.Types, Columns.Groups, Columns.Sections, Columns.Colours, Columns.Patterns,
            Columns.Things, Columns.Prices, Columns.Squares])
        {
            Write(to.BaseStream, column);
        }

        Write(to.BaseStream, Columns.Ideas);
        Write(to.BaseStream, Columns.Called);
        Write(to.BaseStream, Columns.Texts);
        Write(to.BaseStream, Columns.WithoutGarment);
        Write(to, Withdrawn);
        to.Write(Words);
        Write(to, Written);
        Write(to, Touched);
    }

    private static SavedColumns ReadAll(BinaryReader from, string key, int values)
    {
        var (revision, facets) = (from.ReadInt64(), new CatalogFacets());
        foreach (var texts in Texts(facets))
        {
            foreach (var text in ReadTexts(from))
            {
                texts.Of(text);
            }
        }

        for (var left = from.ReadInt32(); left > 0; left--)
        {
            facets.Prices.Of(from.ReadDecimal());
        }

        var ids = ReadIds(from);
        var (stream, count) = (from.BaseStream, ids.Count);
        var columns = new CatalogColumns
        {
            Facets = facets, Ids = ids, Matrix = ItemMatrix.Read(stream, count, values), Types = Read<int>(), Groups = Read<int>(),
            Sections = Read<int>(), Colours = Read<int>(), Patterns = Read<int>(), Things = Read<int>(), Prices = Read<int>(),
            Squares = Read<int>(), Ideas = Read<ulong>(), Called = Read<uint>(), Texts = Read<uint>(), WithoutGarment = Read<byte>(),
        };
        return new SavedColumns(key, revision, columns, ReadTexts(from), from.ReadString(), ReadIds(from), ReadTexts(from));

        Column<T> Read<T>()
            where T : unmanaged => Column<T>.Of(count, (_, portion) => stream.ReadExactly(MemoryMarshal.AsBytes(portion.AsSpan())));
    }

    /// <summary>The lists of names, in the order of the file.</summary>
    private static Codes<string>[] Texts(CatalogFacets facets) =>
        [facets.Types, facets.Groups, facets.Sections, facets.Colours, facets.Patterns, facets.Things];

    private static void Write(BinaryWriter to, IReadOnlyList<string> texts)
    {
        to.Write(texts.Count);
        foreach (var text in texts)
        {
            to.Write(text);
        }
    }

    private static string[] ReadTexts(BinaryReader from)
    {
        var texts = new string[from.ReadInt32()];
        for (var at = 0; at < texts.Length; at++)
        {
            texts[at] = from.ReadString();
        }

        return texts;
    }

    private static void Write(BinaryWriter to, PackedIds ids)
    {
        to.Write(ids.Count);
        to.Write(ids.AllBytes.Length);
        to.Write(ids.AllBytes);
        to.Write(MemoryMarshal.AsBytes(ids.Ends));
    }

    private static PackedIds ReadIds(BinaryReader from)
    {
        var (ends, bytes) = (new int[from.ReadInt32()], new byte[from.ReadInt32()]);
        from.BaseStream.ReadExactly(bytes);
        from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(ends.AsSpan()));
        return new PackedIds(bytes, ends);
    }

    private static void Write<T>(Stream to, Column<T> column)
        where T : unmanaged
    {
        foreach (var portion in column.Portions)
        {
            to.Write(MemoryMarshal.AsBytes(portion.AsSpan()));
        }
    }
}
