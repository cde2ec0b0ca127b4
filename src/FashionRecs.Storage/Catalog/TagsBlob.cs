using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Storage.Catalog;

/// <summary>
/// The bytes of a product's predicted tags. Per attribute, in the vocabulary's order: its probabilities, the share of its box, and
/// the box as four integers, or −1 where there is none; all little-endian.
/// </summary>
internal static class TagsBlob
{
    public static byte[] Write(PredictedTags tags)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var reading in tags.Attributes)
        {
            foreach (var probability in reading.Probabilities)
            {
                writer.Write(probability);
            }

            writer.Write(reading.BoxShare);
            var box = reading.Box ?? new PixelBox(-1, -1, -1, -1);
            foreach (var edge in (int[])[box.X, box.Y, box.Width, box.Height])
            {
                writer.Write(edge);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Reads tags back; null where the bytes belong to another vocabulary, so that the product counts as not yet projected.</summary>
    public static PredictedTags? TryRead(AttributeVocabulary vocabulary, string fingerprint, byte[] bytes)
    {
        if (bytes.Length != (vocabulary.Values.Count * 4) + (vocabulary.Attributes.Count * 20))
        {
            return null;
        }

        using var reader = new BinaryReader(new MemoryStream(bytes));
        var readings = new List<ProjectedAttribute>();
        foreach (var attribute in vocabulary.Attributes)
        {
            float[] probabilities = [.. attribute.Values.Select(_ => reader.ReadSingle())];
            var share = reader.ReadSingle();
            var box = new PixelBox(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
            readings.Add(new ProjectedAttribute(attribute, probabilities, box.Width < 0 ? null : box, share));
        }

        return new PredictedTags(fingerprint, readings);
    }
}
