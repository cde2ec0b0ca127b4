using System.Text.Json;
using System.Text.Json.Nodes;
using FashionRecs.Domain.Attributes;
using FashionRecs.Vision.Backbones;
using FashionRecs.Vision.Saliency;
using FashionRecs.Vision.Weights;

namespace FashionRecs.Training.Discovery;

/// <summary>
/// Makes a word an attribute: a vocabulary of the next version in which it stands last, and the network's weights with a head for it. All
/// other heads stay as they are.
/// </summary>
public static class WordAdoption
{
    private const int Steps = 50;

    /// <summary>Writes <c>attributes.json</c> and <c>attributes.safetensors</c> into a folder, which is made.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="word">The word.</param>
    /// <param name="products">The products; probabilities are fitted on those that are not held out.</param>
    /// <param name="weights">The network's weights; null for those that ship with the project.</param>
    /// <exception cref="InvalidDataException">The vocabulary has an attribute of this name, or the weights do not fit the head.</exception>
    public static void Write(string folder, DiscoveredWord word, IReadOnlyList<DescribedProduct> products, string? weights)
    {
        var path = weights ?? AttributeModelFile.ShippedPath;
        var file = SafetensorsReader.Read(path);
        var model = AttributeModelFile.Parse(file, path, AttributeVocabularyFile.Default);
        if (model.Shape.Features != word.Head.Weights.Length)
        {
            throw new InvalidDataException(
                $"The features have {word.Head.Weights.Length} numbers, those of '{path}' {model.Shape.Features}.");
        }

        Directory.CreateDirectory(folder);
        var vocabulary = Extend(AttributeVocabularyFile.ShippedPath, word.Word,
            Path.Combine(folder, "attributes.json"));
        var (slope, constant) = Probability(
            [.. products.Where(product => !product.IsHeldOut).Select(product =>
                (word.Head.Score(product.Features), product.Words.Contains(word.Word)))]);
        float[] row = [.. word.Head.Weights.Select(weight => (float)(slope * weight))];
        var bias = (float)(constant + (slope * word.Head.Score(new float[word.Head.Weights.Length])));
        var tensors = new Dictionary<string, StoredTensor>(file.Tensors)
        {
            [$"heads.{word.Word}.weight"] = new([2, row.Length], [.. row.Select(weight => -weight), .. row]),
            [$"heads.{word.Word}.bias"] = new([2], [-bias, bias]),
        };
        var extended = model with
        {
            Temperatures = [.. model.Temperatures, 1],
            RegionRules = model.RegionRules is { } rules
                ? [.. rules, new RegionRule(CamContrast.Value, model.MapThreshold, Joined: false)]
                : null,
        };
        extended.Save(Path.Combine(folder, "attributes.safetensors"), tensors, vocabulary, half: true);
    }

    /// <summary>P(word) = σ(slope · score + constant), by Newton's method (Platt, "Probabilistic outputs for support vector machines",
    /// 1999).</summary>
    public static (double Slope, double Constant) Probability(IReadOnlyList<(double Score, bool Has)> products)
    {
        var (slope, constant) = (0.0, 0.0);
        for (var step = 0; step < Steps; step++)
        {
            double first = 0, second = 0, a = 1e-9, b = 0, c = 1e-9;
            foreach (var (score, has) in products)
            {
                var probability = 1 / (1 + Math.Exp(-((slope * score) + constant)));
                var (missing, spread) = ((has ? 1 : 0) - probability, probability * (1 - probability));
                (first, second) = (first + (missing * score), second + missing);
                (a, b, c) = (a + (spread * score * score), b + (spread * score), c + spread);
            }

            var determinant = (a * c) - (b * b);
            slope += Math.Clamp(((c * first) - (b * second)) / determinant, -5, 5);
            constant += Math.Clamp(((a * second) - (b * first)) / determinant, -5, 5);
        }

        return (slope, constant);
    }

    private static AttributeVocabulary Extend(string from, string word, string to)
    {
        var json = JsonNode.Parse(File.ReadAllText(from))!;
        json["version"] = (int)json["version"]! + 1;
        var english = char.ToUpperInvariant(word[0]) + word[1..];
        json["attributes"]!.AsArray().Add(new JsonObject
        {
            ["code"] = word, ["english"] = english, ["chinese"] = english,
            ["values"] = new JsonArray(
                new JsonObject
                {
                    ["code"] = "Invisible", ["english"] = $"No {word} shown", ["chinese"] = $"No {word} shown",
                    ["phrase"] = $"no visible {word}", ["invisible"] = true,
                },
                new JsonObject
                {
                    ["code"] = english, ["english"] = english, ["chinese"] = english, ["phrase"] = word,
                    ["synonyms"] = new JsonObject { ["en"] = new JsonArray(word) },
                }),
        });
        var text = json.ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        var vocabulary = AttributeVocabularyFile.Parse(text, to);
        File.WriteAllText(to, text + "\n");
        return vocabulary;
    }
}
