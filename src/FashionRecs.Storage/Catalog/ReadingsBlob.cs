using System.Text;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Storage.Catalog;

/// <summary>
/// The bytes of a product's predicted tags. First what they are about: name and version of the vocabulary, and the codes of its attributes
/// with those of their values. Then per attribute, in that order: its probabilities, the share of its box, and the box as four integers, or
/// −1 where there is none; all little-endian. Behind that, where there are any, the outlines by the codes of what they show
/// (<see cref="OutlinesBlob"/>). Safe to share between threads.
/// </summary>
internal sealed class ReadingsBlob(AttributeVocabulary vocabulary)
{
    /// <summary>"FRR2": readings with their codes.</summary>
    private const int Magic = 0x32525246;

    /// <summary>More attributes or values than any vocabulary has.</summary>
    private const int Most = 10_000;

    private readonly byte[] head = Head(vocabulary, vocabulary.Attributes);

    public byte[] Write(PredictedTags tags)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        GarmentAttribute[] attributes = [.. tags.Attributes.Select(reading => reading.Attribute)];
        writer.Write(attributes.SequenceEqual(vocabulary.Attributes) ? head : Head(vocabulary, attributes));
        foreach (var reading in tags.Attributes)
        {
            foreach (var probability in reading.Probabilities)
            {
                writer.Write(probability);
            }

            writer.Write(reading.Region?.Share ?? 0);
            var box = reading.Region?.Box ?? new PixelBox(-1, -1, -1, -1);
            foreach (var edge in (int[])[box.X, box.Y, box.Width, box.Height])
            {
                writer.Write(edge);
            }
        }

        OutlinesBlob.Write(writer, tags.Attributes);
        return stream.ToArray();
    }

    /// <summary>
    /// Reads tags back. Of what was written under another version of the vocabulary, each attribute counts that still is there; a value
    /// that was added since has probability 0, and a box goes with the value that it showed. Null where nothing of it means anything, so
    /// that the product counts as not yet projected.
    /// </summary>
    public PredictedTags? TryRead(string fingerprint, byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        try
        {
            if (bytes.AsSpan().StartsWith(head))
            {
                reader.BaseStream.Position = head.Length;
                ProjectedAttribute[] known = [.. vocabulary.Attributes.Select(attribute => Read(reader, attribute))];
                return new PredictedTags(fingerprint, OutlinesBlob.Read(reader, known));
            }

            if (reader.ReadInt32() != Magic || reader.ReadString() != vocabulary.Name)
            {
                return null;
            }

            _ = reader.ReadInt32(); // The version; what counts are the codes.
            return ReadOther(reader) is { Length: > 0 } readings
                ? new PredictedTags(fingerprint, OutlinesBlob.Read(reader, readings)) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static ProjectedAttribute Read(BinaryReader reader, GarmentAttribute attribute)
    {
        var (probabilities, region) = Read(reader, attribute.Values.Count);
        return new ProjectedAttribute(attribute, probabilities, region);
    }

    private static (float[] Probabilities, PartRegion? Region) Read(BinaryReader reader, int values)
    {
        var probabilities = new float[values];
        for (var value = 0; value < values; value++)
        {
            probabilities[value] = reader.ReadSingle();
        }

        var share = reader.ReadSingle();
        var box = new PixelBox(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        return (probabilities, box.Width < 0 ? null : new PartRegion(box, share));
    }

    private ProjectedAttribute[] ReadOther(BinaryReader reader)
    {
        var layout = new (string Attribute, string[] Values)[Count(reader)];
        for (var at = 0; at < layout.Length; at++)
        {
            layout[at] = (reader.ReadString(), new string[Count(reader)]);
            for (var value = 0; value < layout[at].Values.Length; value++)
            {
                layout[at].Values[value] = reader.ReadString();
            }
        }

        return [.. layout.Select(one => Project(one.Values, vocabulary.TryFind(one.Attribute), Read(reader, one.Values.Length)))
            .OfType<ProjectedAttribute>()
            .OrderBy(reading => reading.Attribute.Position)];
    }

    /// <summary>
    /// What was read of other values, as a reading of those that the attribute has now; null where it cannot be told from nothing shown.
    /// </summary>
    private static ProjectedAttribute? Project(string[] codes, GarmentAttribute? attribute,
        (float[] Probabilities, PartRegion? Region) read)
    {
        if (attribute is null || !codes.Contains(attribute.Invisible.Code))
        {
            return null;
        }

        float[] probabilities =
            [.. attribute.Values.Select(value => Array.IndexOf(codes, value.Code) is >= 0 and var place ? read.Probabilities[place] : 0)];
        var reading = new ProjectedAttribute(attribute, probabilities);
        // The region shows the likeliest visible value of then.
        var shown = codes.Index().Where(code => code.Item != attribute.Invisible.Code).MaxBy(code => read.Probabilities[code.Index]).Item;
        return shown == reading.Top.Code ? reading with { Region = read.Region } : reading;
    }

    /// <exception cref="EndOfStreamException">It is no count, as in damaged bytes.</exception>
    private static int Count(BinaryReader reader) =>
        reader.ReadInt32() is >= 0 and <= Most and var count ? count : throw new EndOfStreamException();

    private static byte[] Head(AttributeVocabulary vocabulary, IReadOnlyList<GarmentAttribute> attributes)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(vocabulary.Name);
        writer.Write(vocabulary.Version);
        writer.Write(attributes.Count);
        foreach (var attribute in attributes)
        {
            writer.Write(attribute.Code);
            writer.Write(attribute.Values.Count);
            foreach (var value in attribute.Values)
            {
                writer.Write(value.Code);
            }
        }

        return stream.ToArray();
    }
}
