import { useState } from 'react';
import {
  Button,
  Checkbox,
  Combobox,
  DateField,
  Field,
  FieldRow,
  FileDrop,
  FormErrorSummary,
  NumberInput,
  PhotoInput,
  RadioGroup,
  Select,
  TextArea,
  TextInput,
  type ComboboxOption,
  type PhotoItem,
} from '../index';
import { Part } from './frame';
import { comboboxLabels, dateLabels, useLanguage, useWords } from './words';
import s from './gallery.module.css';

const communes = [
  'Chi Lăng',
  'Hữu Lũng',
  'Bắc Sơn',
  'Đồng Đăng',
  'Văn Quan',
  'Lộc Bình',
  'Tràng Định',
  'Na Sầm',
  'Cao Lộc',
  'Kỳ Lừa',
];
const options = communes.map((name) => ({ value: name, label: name }));

const findLater = async (query: string): Promise<ComboboxOption[]> => {
  await new Promise((resolve) => setTimeout(resolve, 400));
  return options.filter(({ label }) => label.toLowerCase().includes(query.toLowerCase()));
};

export function FormParts() {
  const t = useWords();
  const language = useLanguage();
  const [commune, setCommune] = useState<ComboboxOption | null>(null);
  const [later, setLater] = useState<ComboboxOption | null>(options[0] ?? null);
  const [day, setDay] = useState('2026-08-07');
  const [attempt, setAttempt] = useState(0);
  const [photos, setPhotos] = useState<PhotoItem[]>([]);
  const missing = t('Hãy nhập tên hàng để siêu thị nhận ra.', 'Please name the goods so the supermarket knows them.');
  return (
    <Part id="forms" title={t('Biểu mẫu', 'Forms')}>
      <form
        className={s.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAttempt((before) => before + 1);
        }}
      >
        {attempt > 0 && (
          <FormErrorSummary
            attempt={attempt}
            title={t('Còn 1 chỗ cần sửa', '1 thing to mend')}
            errors={[{ fieldId: 'goods', message: missing }]}
          />
        )}
        <Field
          id="goods"
          label={t('Tên hàng', 'Name of goods')}
          required
          error={missing}
          hint={t('Như trên nhãn đã công bố', 'As on the declared label')}
        >
          <TextInput name="goods" defaultValue="" />
        </Field>
        <FieldRow>
          <Field label={t('Số lượng', 'Quantity')} required>
            <NumberInput name="quantity" unit="kg" defaultValue="1.250,5" />
          </Field>
          <Field
            label={t('Giá bán buôn, chưa thuế', 'Wholesale price, before tax')}
            optionalText={t('không bắt buộc', 'optional')}
          >
            <NumberInput name="price" unit="đ / kg" defaultValue="45.000" />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t('Ngày giao', 'Delivery day')} hint={t('Trong năm 2026', 'Within 2026')}>
            <DateField
              name="day"
              value={day}
              onValueChange={setDay}
              min="2026-01-01"
              max="2026-12-31"
              locale={language}
              labels={dateLabels(t)}
            />
          </Field>
          <Field label={t('Bảo quản', 'Storage')}>
            <Select
              name="storage"
              placeholder={t('Chọn', 'Choose')}
              options={[
                { value: 'ambient', label: t('Nhiệt độ thường', 'Ambient') },
                { value: 'chilled', label: t('Mát (0–8 °C)', 'Chilled (0–8 °C)') },
              ]}
            />
          </Field>
        </FieldRow>
        <Field label={t('Xã, phường', 'Commune')} hint={t('Gõ không dấu cũng tìm được', 'Marks are not needed')}>
          <Combobox
            value={commune}
            onValueChange={setCommune}
            options={options}
            labels={comboboxLabels(t)}
            placeholder={t('Tìm xã, phường', 'Find a commune')}
          />
        </Field>
        <Field label={t('Xã, phường (tìm trên máy chủ)', 'Commune (asked from the server)')}>
          <Combobox value={later} onValueChange={setLater} loadOptions={findLater} labels={comboboxLabels(t)} />
        </Field>
        <Field label={t('Ghi chú', 'Note')}>
          <TextArea
            name="note"
            defaultValue={t('Giao trước 5 giờ sáng, xe có mái che.', 'Deliver before 5 am, covered lorry.')}
          />
        </Field>
        <Field label={t('Không sửa được', 'Cannot be changed')}>
          <TextInput disabled defaultValue="HTX-2024-018" />
        </Field>
        <RadioGroup
          legend={t('Cách thanh toán', 'Payment')}
          defaultValue="bank"
          name="payment"
          options={[
            {
              value: 'bank',
              label: t('Chuyển khoản', 'Bank transfer'),
              hint: t('Mã VietQR in trên đề nghị thanh toán', 'A VietQR code is printed on the request'),
            },
            { value: 'later', label: t('Công nợ 30 ngày', '30 days') },
            {
              value: 'card',
              label: t('Thẻ quốc tế', 'International card'),
              disabled: true,
              hint: t('Chưa mở cho bên bán này', 'Not open for this seller'),
            },
          ]}
        />
        <Checkbox
          name="agree"
          label={t('Tôi đã đối chiếu số lượng với hợp đồng', 'I compared the quantity with the contract')}
          error={t('Hãy đối chiếu trước khi gửi.', 'Please compare before sending.')}
        />
        <Checkbox name="news" defaultChecked label={t('Nhắc tôi qua thư trước ngày giao', 'Remind me by mail')} />
        <Field label={t('Giấy chứng nhận', 'Certificate')}>
          <FileDrop
            chooseLabel={t('Chọn tệp', 'Choose a file')}
            dropLabel={t('hoặc kéo thả vào đây', 'or drop it here')}
            hint={t('PDF hoặc ảnh, đến 10 MB', 'PDF or image, up to 10 MB')}
            removeLabel={(item) => t(`Bỏ ${item.name}`, `Remove ${item.name}`)}
            files={[
              { id: '1', name: 'chung-nhan-VietGAP-2025.pdf', detail: '1,2 MB', progress: 64, progressText: '64%' },
              {
                id: '2',
                name: 'phieu-kiem-nghiem.heic',
                error: t(
                  'Tệp này chưa đọc được; hãy chụp lại dạng JPG.',
                  'This file cannot be read; please take it again as JPG.',
                ),
              },
            ]}
            onAdd={() => undefined}
            onRemove={() => undefined}
          />
        </Field>
        <Field label={t('Ảnh hàng', 'Photos of the goods')}>
          <PhotoInput
            photos={photos}
            max={4}
            takeLabel={t('Chụp ảnh', 'Take a photo')}
            chooseLabel={t('Chọn ảnh có sẵn', 'Choose photos')}
            removeLabel={(photo) => t(`Bỏ ${photo.alt}`, `Remove ${photo.alt}`)}
            onAdd={(files) =>
              setPhotos((before) => [
                ...before,
                ...files.map((file) => ({ id: crypto.randomUUID(), url: URL.createObjectURL(file), alt: file.name })),
              ])
            }
            onRemove={(id) => setPhotos((before) => before.filter((photo) => photo.id !== id))}
          />
        </Field>
        <div>
          <Button type="submit" variant="primary">
            {t('Gửi', 'Send')}
          </Button>
        </div>
      </form>
    </Part>
  );
}
