namespace FashionRecs.Experiments.Preregistration;

/// <summary>A frozen design as a PDF, with its hash and time.</summary>
public static class PreregistrationPdf
{
    /// <summary>The file.</summary>
    public static byte[] Of(FrozenDesign frozen)
    {
        var document = PreregistrationDocument.Parse(frozen.Document);
        var text = new PdfText($"Preregistration of {document.Experiment}", $"{document.Experiment}, SHA-256 {frozen.Sha256}");
        text.Add($"Preregistration of {document.Experiment}", 18, bold: true);
        text.Add(FormattableString.Invariant($"Frozen {frozen.At.UtcDateTime:d MMM yyyy, HH:mm:ss} UTC, before the start."));
        text.Add($"SHA-256 of the JSON document: {frozen.Sha256}");
        Part("In the fields of AsPredicted", document.AsPredicted);
        Part("In the fields of the OSF's preregistration", document.Osf);
        return text.ToBytes();

        void Part(string title, IReadOnlyList<PreregistrationField> fields)
        {
            text.Add(title, 14, bold: true, before: 18, followed: 64);
            foreach (var field in fields)
            {
                text.Add(field.Question, bold: true, before: 10, followed: 32);
                text.Add(field.Answer);
            }
        }
    }
}
